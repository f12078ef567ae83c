package io.stallcast.payment.settlement;

/** What buyers are told about payments that failed. */
final class Failures {
  private Failures() {}

  static String detail(String code) {
    return switch (code) {
      case "declined" -> "The card was declined.";
      case "insufficient_funds" -> "There is not enough money on the card.";
      case "payment_timeout" -> "The payment provider did not answer in time; nothing was charged.";
      case "provider_unavailable" ->
          "The payment provider is not available for now; nothing was charged.";
      case "challenge_expired" -> "The payment was not confirmed in time.";
      default -> "The payment failed.";
    };
  }
}
