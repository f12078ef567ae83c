package io.stallcast.gateway.arrival;

import io.vertx.core.http.HttpServerRequest;

/** What a client still sends after it has been answered. */
final class Leftovers {
  private static final long WORTH_READING = 64 * 1024;

  private Leftovers() {}

  /** Reads a small rest, so that the connection can be used again, and hangs up on a large one. */
  static void clear(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    if (isSmall(request)) {
      request.resume();
    } else {
      request.connection().close();
    }
  }

  private static boolean isSmall(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null
        ? request.getHeader("Transfer-Encoding") == null
        : Long.parseLong(length) <= WORTH_READING;
  }
}
