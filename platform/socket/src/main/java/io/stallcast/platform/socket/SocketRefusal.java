package io.stallcast.platform.socket;

/** Ends a socket that may not stay: an outcome, without a stack trace. */
public class SocketRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CloseCode code;

  /** The socket is to be closed with this code. */
  public SocketRefusal(CloseCode code) {
    super(code.reason(), null, false, false);
    this.code = code;
  }

  /** What the socket is closed with; never null. */
  public CloseCode code() {
    return code;
  }
}
