package io.stallcast.platform.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What every WebSocket endpoint does alike: admits, decodes, limits, renews tokens, answers what
 * goes wrong. An endpoint extends it and says what its own frames mean:
 *
 * <pre>{@code
 * @WebSocket(path = "/ws/chat/{roomId}", endpointId = "chat")
 * public class ChatSocket extends SocketEndpoint<ChatFrame> {
 *   ChatSocket(Sockets sockets) {
 *     super(sockets, ChatFrame.class);
 *   }
 *   ...
 * }
 * }</pre>
 *
 * <p>All methods run on the socket's event loop and must not block it. The endpoint is one object
 * for all sockets; what it knows of one is {@link Socket#attach attached} to it.
 *
 * @param <F> the frames that clients send
 */
public abstract class SocketEndpoint<F extends ClientFrame> {
  private static final Logger LOG = Logger.getLogger(SocketEndpoint.class);
  private static final int LONGEST_REF = 64;

  private final Sockets sockets;
  private final Class<F> frames;

  /**
   * An endpoint.
   *
   * @param frames the sealed interface of the frames that clients send
   */
  protected SocketEndpoint(Sockets sockets, Class<F> frames) {
    this.sockets = sockets;
    this.frames = frames;
    sockets.codec().know(frames);
    sockets.codec().know(AuthFrame.class);
  }

  /** Whether who has no token is let in; who has one that is not valid never is. */
  protected boolean admitsAnonymous() {
    return false;
  }

  /**
   * A socket was opened. Its frames wait until the result is there. A {@link SocketRefusal} closes
   * it with that code; after any other failure it is closed with {@link CloseCode#DRAINING}, as
   * another pod may do better.
   */
  protected abstract Uni<Void> opened(Socket socket);

  /**
   * A frame came that keeps all its rules. Frames of one socket come in their order, the next one
   * without waiting for the result. A {@link ProblemException} becomes an error frame, and so does,
   * without its cause, any other failure.
   */
  protected abstract Uni<Void> received(Socket socket, F frame);

  /**
   * A socket's token was renewed: what it was let in for may have ended since. Does nothing, unless
   * an endpoint does something.
   */
  protected void renewed(Socket socket) {}

  /** A socket that was opened has ended, whoever ended it. It can no longer be sent to. */
  protected abstract void closed(Socket socket);

  /** Called by the framework. */
  @OnOpen
  public Uni<Void> onOpen(WebSocketConnection connection) {
    Socket socket = sockets.socket(connection);
    return Uni.createFrom()
        .deferred(() -> {
          sockets.enter(socket, admitsAnonymous());
          socket.opening();
          return opened(socket);
        })
        .onFailure()
        .recoverWithItem(failure -> unopened(socket, failure));
  }

  /** Called by the framework. */
  @OnTextMessage
  public Uni<Void> onText(String text, WebSocketConnection connection) {
    Socket socket = Socket.of(connection);
    if (socket.isOpen()) {
      sockets.metrics().received();
      switch (socket.judgeFrame()) {
        case TAKE -> take(socket, text);
        case REFUSE -> socket.refuse(tooFast(), null);
        case CUT_OFF -> socket.close(CloseCode.OVER_LIMIT);
      }
    }
    return Uni.createFrom().voidItem();
  }

  /** Called by the framework. */
  @OnBinaryMessage
  public Uni<Void> onBinary(Buffer bytes, WebSocketConnection connection) {
    Socket.of(connection).close(CloseCode.BINARY_FRAME);
    return Uni.createFrom().voidItem();
  }

  /** Called by the framework. */
  @OnPongMessage
  public Uni<Void> onPong(Buffer echo, WebSocketConnection connection) {
    Socket.of(connection).heard();
    return Uni.createFrom().voidItem();
  }

  /** Called by the framework. */
  @OnClose
  public Uni<Void> onClose(WebSocketConnection connection) {
    Socket socket = Socket.of(connection);
    sockets.leave(socket);
    if (socket.wasOpened()) {
      closed(socket);
    }
    return Uni.createFrom().voidItem();
  }

  /** Called by the framework with what fails below it; what fails here is answered here. */
  @OnError
  public Uni<Void> onError(Throwable failure, WebSocketConnection connection) {
    if (failure instanceof IllegalStateException) {
      // the framework's way to say that a message of several frames grew over its limit
      Socket.of(connection).close(CloseCode.TOO_LARGE);
    }
    LOG.debugf("Socket failed: %s", failure);
    return Uni.createFrom().voidItem();
  }

  private Void unopened(Socket socket, Throwable failure) {
    if (failure instanceof SocketRefusal refusal) {
      socket.close(refusal.code());
    } else {
      LOG.error("Socket not opened", failure);
      socket.close(CloseCode.DRAINING);
    }
    return null;
  }

  private void take(Socket socket, String text) {
    String ref = null;
    try {
      JsonNode frame = sockets.codec().parse(text);
      ref = ref(frame);
      if (frame.path("type").textValue().equals(AuthFrame.TYPE)) {
        renew(socket, sockets.codec().read(frame, AuthFrame.class));
      } else {
        carryOut(socket, sockets.codec().read(frame, frames));
      }
    } catch (RuntimeException e) {
      answer(socket, e, ref);
    }
  }

  private void carryOut(Socket socket, F frame) {
    received(socket, frame)
        .subscribe()
        .with(done -> {}, failure -> answer(socket, failure, frame.ref()));
  }

  private void renew(Socket socket, AuthFrame frame) {
    sockets
        .tokens()
        .verify(frame.token())
        .subscribe()
        .with(user -> renew(socket, user, frame.token()), failure -> answer(socket, failure, null));
  }

  private void renew(Socket socket, SocketUser user, String token) {
    UUID owner = socket.user().map(SocketUser::id).orElse(null);
    if (user.id().equals(owner)) {
      socket.renew(user, token);
      renewed(socket);
    } else {
      socket.refuse(
          new ProblemException(StandardProblem.FORBIDDEN, "The token is another account's."), null);
    }
  }

  private static void answer(Socket socket, Throwable failure, String ref) {
    if (failure instanceof ProblemException problem) {
      socket.refuse(problem, ref);
    } else {
      LOG.error("Frame not carried out", failure);
      socket.refuse(new ProblemException(StandardProblem.INTERNAL_ERROR, null), ref);
    }
  }

  private static ProblemException tooFast() {
    return new ProblemException(StandardProblem.TOO_MANY_REQUESTS, "Too many frames; slow down.");
  }

  /** Of a frame that may be no record of ours. */
  private static String ref(JsonNode frame) {
    String ref = frame.path("clientId").textValue();
    return ref == null || ref.length() > LONGEST_REF ? null : ref;
  }
}
