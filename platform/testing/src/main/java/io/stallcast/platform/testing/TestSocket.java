package io.stallcast.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of a WebSocket, which remembers all that it was told. Safe for several threads. */
public final class TestSocket implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private volatile boolean reading = true;
  private int seen;
  private WebSocket socket;

  private TestSocket() {}

  /** Whoever opens a socket. */
  public static final class Opening {
    private final URI uri;
    private final WebSocket.Builder builder = CLIENT.newWebSocketBuilder();

    private Opening(URI uri) {
      this.uri = uri;
    }

    /** With the token in a header, as programs send it. */
    public Opening as(String token) {
      builder.header("Authorization", "Bearer " + token);
      return this;
    }

    /** With the token in a sub-protocol, as browsers must. */
    public Opening asBrowser(String token) {
      builder.subprotocols("bearer-token-carrier", carried(token));
      return this;
    }

    public Opening header(String name, String value) {
      builder.header(name, value);
      return this;
    }

    /** The open socket. */
    public TestSocket open() {
      TestSocket opened = new TestSocket();
      opened.socket = builder.buildAsync(uri, opened.new Listener()).join();
      return opened;
    }

    /** The status of an answer that is no socket. */
    public int refusal() {
      try (TestSocket opened = open()) {
        throw new AssertionError("It was opened: " + opened.frames());
      } catch (CompletionException e) {
        if (e.getCause() instanceof WebSocketHandshakeException refused) {
          return refused.getResponse().statusCode();
        }
        throw e;
      }
    }

    private static String carried(String token) {
      return URLEncoder.encode(
              "quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
          .replace("+", "%20");
    }
  }

  /** A path of the service under test. */
  public static Opening to(String path) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return to(URI.create("ws://localhost:" + port + path));
  }

  /** An address of whatever service. */
  public static Opening to(URI uri) {
    return new Opening(uri);
  }

  /** Sends a text frame; {@code '} stands for {@code "}. */
  public TestSocket send(String frame) {
    return sendRaw(frame.replace('\'', '"'));
  }

  /** Sends a text frame as it is. */
  public TestSocket sendRaw(String frame) {
    socket.sendText(frame, true).join();
    return this;
  }

  /** Sends a part of a text message, of which more follow. */
  public TestSocket sendPart(String part) {
    socket.sendText(part, false).join();
    return this;
  }

  public TestSocket sendBinary(byte... bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /** The next frame of this type that was not awaited yet; earlier ones of others are skipped. */
  public JsonNode await(String type) {
    return await(frame -> frame.path("type").asText().equals(type), "a frame of type " + type);
  }

  /** The next frame that is as wanted and was not awaited yet; earlier ones are skipped. */
  public JsonNode await(Predicate<JsonNode> wanted, String described) {
    return Awaitility.await(described)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> next(wanted), found -> found != null);
  }

  /** All frames so far. */
  public synchronized List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  /** All frames of a type so far. */
  public List<JsonNode> frames(String type) {
    return frames().stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
  }

  /** The code with which the server closes; 1006 where the connection just ends. */
  public int closeCode() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  /** Takes no more from the connection, without ending it. */
  public TestSocket stopReading() {
    reading = false;
    return this;
  }

  /** Takes again. */
  public TestSocket readOn() {
    reading = true;
    socket.request(1);
    return this;
  }

  /** Ends the connection without a word. */
  public void drop() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> null).join();
    socket.abort();
  }

  private synchronized JsonNode next(Predicate<JsonNode> wanted) {
    while (seen < frames.size()) {
      JsonNode frame = frames.get(seen++);
      if (wanted.test(frame)) {
        return frame;
      }
    }
    return null;
  }

  private synchronized void add(String text) {
    try {
      frames.add(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The server sent no JSON: " + text, e);
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        add(text.toString());
        text.setLength(0);
      }
      if (reading) {
        from.request(1);
      }
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      closed.complete(1006);
    }
  }
}
