package io.stallcast.payment.settlement;

import io.stallcast.payment.PaymentProvider.ChargeOutcome;

/** What a try to settle a payment told. */
sealed interface Attempt {
  /**
   * The provider has spoken.
   *
   * @param closingCode what the payment fails with, where the outcome is that it was closed
   */
  record Known(ChargeOutcome outcome, String closingCode) implements Attempt {}

  /**
   * It may have been charged or not.
   *
   * @param closingCode what it fails with, should it not be charged in time; null where its time is
   *     the buyer's
   */
  record Unknown(String closingCode) implements Attempt {}

  /** The provider was not called. */
  record NotAsked() implements Attempt {}
}
