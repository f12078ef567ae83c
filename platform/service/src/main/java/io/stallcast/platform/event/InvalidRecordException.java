package io.stallcast.platform.event;

/**
 * A record is itself at fault: it cannot be decoded, or breaks an invariant that no later try can
 * mend. It becomes a dead letter with the message as its reason.
 */
public class InvalidRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidRecordException(String reason) {
    super(reason);
  }

  public InvalidRecordException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
