package io.stallcast.system.fault;

import java.util.Arrays;
import java.util.Optional;

/**
 * Moments of a purchase that can be told from outside: each is the appearance of a record, when the
 * one who sent it has committed and the one it is for has not heard of it yet.
 */
public enum SagaMoment {
  RESERVE_INVENTORY_ASKED("inventory.reserve"),
  RESERVE_INVENTORY_DONE("inventory.reserved"),
  PROCESS_PAYMENT_ASKED("payment.process"),
  PROCESS_PAYMENT_DONE("payment.processed"),
  GRANT_ACCESS_ASKED("access.grant"),
  GRANT_ACCESS_DONE("access.grant-confirmed"),
  CONFIRM_ORDER_ASKED("inventory.commit"),
  CONFIRM_ORDER_DONE("inventory.committed"),
  VOID_PAYMENT_ASKED("payment.void"),
  VOID_PAYMENT_DONE("payment.voided"),
  RELEASE_INVENTORY_ASKED("inventory.release"),
  RELEASE_INVENTORY_DONE("inventory.released");

  private final String eventType;

  SagaMoment(String eventType) {
    this.eventType = eventType;
  }

  /** The moment that a record of this type marks. */
  public static Optional<SagaMoment> of(String eventType) {
    return Arrays.stream(values()).filter(moment -> moment.eventType.equals(eventType)).findFirst();
  }

  /** What the moment is one of the two of: the asking, or the answer. */
  public String step() {
    return name().replaceFirst("_(ASKED|DONE)$", "");
  }
}
