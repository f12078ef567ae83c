package io.stallcast.notification.mailing;

import java.util.Locale;

/**
 * What became of a try to send an e-mail.
 *
 * @param detail the reason where it was not sent
 */
record Outcome(Result result, String detail) {
  static final Outcome SENT = new Outcome(Result.SENT, "");
  static final Outcome RECIPIENT_UNKNOWN = new Outcome(Result.FAILED, "recipient_unknown");

  private static final int LONGEST_DETAIL = 500;

  /** The kinds of outcome. */
  enum Result {
    SENT,
    /** Another try may succeed. */
    FAILED,
    /** No other try can succeed. */
    REFUSED;

    /** Its name in the delivery log and in metrics. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Outcome of(Throwable failure) {
    var refused = failure instanceof RefusedLetterException;
    return new Outcome(refused ? Result.REFUSED : Result.FAILED, detail(failure));
  }

  private static String detail(Throwable failure) {
    var message = failure.getMessage();
    var text = message == null ? failure.getClass().getSimpleName() : message;
    return text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
  }
}
