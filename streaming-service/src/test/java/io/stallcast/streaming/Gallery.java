package io.stallcast.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People who watch, each before a socket; all of them leave when it is closed. */
public final class Gallery implements AutoCloseable {
  private final List<TestSocket> sockets = new ArrayList<>();

  /** A socket of somebody who is signed in. */
  public TestSocket watch(UUID stream, UUID viewer) {
    return remember(path(stream).as(TestTokens.of(viewer, "buyer")).open());
  }

  /** A socket of a browser, which cannot send a header. */
  public TestSocket watchByBrowser(UUID stream, UUID viewer) {
    return remember(path(stream).asBrowser(TestTokens.of(viewer, "buyer")).open());
  }

  public TestSocket watchAnonymously(Object stream) {
    return remember(path(stream).open());
  }

  public TestSocket watchWith(UUID stream, String token) {
    return remember(path(stream).as(token).open());
  }

  /** Waits until the socket is told that so many watch. */
  public static JsonNode awaitCount(TestSocket socket, long viewers) {
    return socket.await(
        frame ->
            frame.path("type").asText().equals("viewers")
                && frame.path("count").asLong() == viewers,
        viewers + " viewers");
  }

  @Override
  public void close() {
    sockets.forEach(TestSocket::drop);
  }

  private TestSocket remember(TestSocket socket) {
    sockets.add(socket);
    return socket;
  }

  private static TestSocket.Opening path(Object stream) {
    return TestSocket.to("/ws/streams/" + stream);
  }
}
