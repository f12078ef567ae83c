package io.stallcast.payment;

import java.time.Instant;

/**
 * Where a payment stands; each state offers only its legal moves.
 *
 * <pre>
 * pending ──► challenged
 *    │            │
 *    ├────────────┼──► succeeded ──► partially_refunded ──► refunded
 *    │            │         └───────────────┴─────────────► voided
 *    └────────────┼──► failed
 *                 └──► voided
 * </pre>
 */
public sealed interface PaymentState {

  /** The name that clients and the database know it by. */
  String status();

  /** The provider has not decided: money may still be taken, and may not be. */
  sealed interface Open extends PaymentState {
    default Succeeded succeed(String chargeId) {
      return new Succeeded(chargeId);
    }

    default Failed fail(String code, String detail) {
      return new Failed(code, detail);
    }

    /** The provider promised that it will never be charged. */
    default Voided close() {
      return new Voided(null, 0);
    }
  }

  /** Money was taken, and at least some of it is still here. */
  sealed interface Paid extends PaymentState {
    String chargeId();

    long refunded();

    /**
     * Gives {@code amount} of what was {@code captured} back.
     *
     * @param voiding whether the order came to nothing, rather than being returned
     */
    default PaymentState refund(long amount, long captured, boolean voiding) {
      var total = Math.addExact(refunded(), amount);
      if (amount <= 0 || total > captured) {
        throw new IllegalArgumentException("cannot refund " + amount + " of " + captured);
      }
      if (total < captured) {
        return new PartiallyRefunded(chargeId(), total);
      }
      return voiding ? new Voided(chargeId(), total) : new Refunded(chargeId(), total);
    }
  }

  /** The provider is being asked to take the money. */
  record Pending() implements Open {
    public Challenged challenge(String chargeId, String url, Instant expiresAt) {
      return new Challenged(chargeId, url, expiresAt);
    }

    @Override
    public String status() {
      return "pending";
    }
  }

  /** The buyer has to confirm the payment at {@code url}, before {@code expiresAt}. */
  record Challenged(String chargeId, String url, Instant expiresAt) implements Open {
    @Override
    public String status() {
      return "challenged";
    }
  }

  /** The money was taken. */
  record Succeeded(String chargeId) implements Paid {
    @Override
    public long refunded() {
      return 0;
    }

    @Override
    public String status() {
      return "succeeded";
    }
  }

  /** Some of the money was given back. */
  record PartiallyRefunded(String chargeId, long refunded) implements Paid {
    @Override
    public String status() {
      return "partially_refunded";
    }
  }

  /** All the money was given back. */
  record Refunded(String chargeId, long refunded) implements PaymentState {
    @Override
    public String status() {
      return "refunded";
    }
  }

  /** The money was not taken, and never will be. */
  record Failed(String code, String detail) implements PaymentState {
    @Override
    public String status() {
      return "failed";
    }
  }

  /**
   * The order came to nothing: the money was not taken, or was given back.
   *
   * @param chargeId null where it was not taken
   */
  record Voided(String chargeId, long refunded) implements PaymentState {
    @Override
    public String status() {
      return "voided";
    }
  }
}
