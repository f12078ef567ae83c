package io.stallcast.testprovider;

import java.util.Arrays;

/** The magic cards and what they do. */
public enum TestCard {
  /** Is charged. */
  VISA("tok_visa"),
  /** Is refused. */
  DECLINED("tok_declined"),
  /** Is refused for want of money. */
  INSUFFICIENT_FUNDS("tok_insufficient_funds"),
  /** Makes this provider answer 500; not charged. */
  ERROR("tok_error"),
  /** Is charged after some seconds. */
  SLOW("tok_slow"),
  /** Gets no answer, ever; not charged. */
  TIMEOUT("tok_timeout"),
  /** Is charged, but each answer to the charge is lost: the connection breaks. */
  LOST("tok_lost"),
  /** Waits for the cardholder. */
  CHALLENGE("tok_challenge");

  private final String token;

  TestCard(String token) {
    this.token = token;
  }

  public static TestCard of(String token) {
    return Arrays.stream(values())
        .filter(card -> card.token.equals(token))
        .findFirst()
        .orElseThrow(() -> new ProviderException(422, "unknown_token", "There is no such card."));
  }

  /** The state of a new charge. */
  public ChargeStatus firstStatus() {
    return switch (this) {
      case DECLINED, INSUFFICIENT_FUNDS -> ChargeStatus.FAILED;
      case CHALLENGE -> ChargeStatus.REQUIRES_CHALLENGE;
      case VISA, SLOW, LOST -> ChargeStatus.SUCCEEDED;
      case ERROR, TIMEOUT -> throw new IllegalStateException(token + " is never charged");
    };
  }

  /** Why the charge failed; null where it did not. */
  public String failureCode() {
    return switch (this) {
      case DECLINED -> "declined";
      case INSUFFICIENT_FUNDS -> "insufficient_funds";
      case VISA, SLOW, LOST, CHALLENGE, ERROR, TIMEOUT -> null;
    };
  }
}
