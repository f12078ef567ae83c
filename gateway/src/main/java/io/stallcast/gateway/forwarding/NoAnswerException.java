package io.stallcast.gateway.forwarding;

/** The upstream has the request and did not begin to answer in time. */
final class NoAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswerException() {
    super("No answer in time", null, false, false);
  }
}
