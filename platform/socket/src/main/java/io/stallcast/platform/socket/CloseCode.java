package io.stallcast.platform.socket;

/**
 * Why a socket was closed by the server: the codes that clients may rely on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-7.4">RFC 6455, 7.4</a>
 */
public enum CloseCode {
  /** A binary frame came; there are only texts here. */
  BINARY_FRAME(1003, "binary frames are not understood"),
  /** A message over 16 KiB came. */
  TOO_LARGE(1009, "over 16 KiB"),
  /** This pod stops, or cannot serve for now: connect again, after the retry frame's pause. */
  DRAINING(1012, "connect again"),
  /** No token, one that is not valid, or one that has expired: connect again with another. */
  TOKEN_EXPIRED(4401, "a valid token is needed"),
  /** Banned, or never allowed. */
  NO_ACCESS(4403, "no access"),
  /** What the path names does not exist. */
  NOT_FOUND(4404, "there is no such thing"),
  /** More waits to be sent than may wait, or no ping was answered. */
  SLOW_CONSUMER(4408, "too slow"),
  /** Too many frames or sockets: connect again, after the retry frame's pause. */
  OVER_LIMIT(4429, "over a limit");

  private final int number;
  private final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /** The code on the wire. */
  public int number() {
    return number;
  }

  /** The reason on the wire, for people. */
  public String reason() {
    return reason;
  }
}
