package io.stallcast.notification.mailing;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;

/** The mail server is well, but will never take this letter. */
class RefusedLetterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Replies about the address: no such mailbox, not local, name not allowed. Others that are called
   * permanent may be about us (554: no service for you) and are worth another try.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3">RFC 5321, 4.2.3</a>
   */
  private static final Set<Integer> ABOUT_THE_ADDRESS = Set.of(550, 551, 553);

  private RefusedLetterException(SMTPException refusal) {
    super(refusal.getReplyCode() + " " + refusal.getReplyMessage(), refusal);
  }

  /** The failure of a try, told apart. */
  static Throwable orElse(Throwable failure) {
    return failure instanceof SMTPException smtp && ABOUT_THE_ADDRESS.contains(smtp.getReplyCode())
        ? new RefusedLetterException(smtp)
        : failure;
  }
}
