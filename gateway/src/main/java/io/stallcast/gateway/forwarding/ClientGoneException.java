package io.stallcast.gateway.forwarding;

/** The client hung up before it had its answer. */
final class ClientGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClientGoneException() {
    super("The client hung up", null, false, false);
  }
}
