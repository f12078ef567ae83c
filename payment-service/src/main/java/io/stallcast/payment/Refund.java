package io.stallcast.payment;

import io.stallcast.platform.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Money of a payment that goes back. Changed only while its payment is locked. */
@Entity
public class Refund {
  private static final String PENDING = "pending";

  @Id private UUID id;
  private UUID paymentId;
  private long amount;
  private String status;
  private String reason;
  private String providerRefundId;
  private int tries;
  private Instant createdAt;
  private Instant completedAt;

  protected Refund() {}

  private Refund(UUID id, UUID paymentId, long amount, String reason, Instant now) {
    this.id = id;
    this.paymentId = paymentId;
    this.amount = amount;
    this.status = PENDING;
    this.reason = reason;
    this.createdAt = now;
  }

  /**
   * Takes a refund from what is left of a payment.
   *
   * @param amount null for all that is left
   * @throws ProblemException 409 where not as much is left
   */
  public static Refund of(Payment payment, UUID id, Long amount, String reason, Instant now) {
    long value = amount == null ? payment.refundable() : amount;
    if (value <= 0 || value > payment.refundable()) {
      throw new ProblemException(
          PaymentProblem.REFUND_EXCEEDS_PAYMENT,
          "There are " + payment.refundable() + " minor units left to be refunded.");
    }
    payment.reserve(value);
    return new Refund(id, payment.id(), value, reason, now);
  }

  public boolean isPending() {
    return PENDING.equals(status);
  }

  public void succeed(String newProviderRefundId, Instant now) {
    status = "succeeded";
    providerRefundId = newProviderRefundId;
    completedAt = now;
  }

  public void fail(Instant now) {
    status = "failed";
    completedAt = now;
  }

  /** Counts a try that told nothing. */
  public int triedInVain() {
    return ++tries;
  }

  public UUID id() {
    return id;
  }

  public UUID paymentId() {
    return paymentId;
  }

  public long amount() {
    return amount;
  }

  public String status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  public String providerRefundId() {
    return providerRefundId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When the provider decided; null before. */
  public Instant completedAt() {
    return completedAt;
  }
}
