package io.stallcast.platform.socket;

import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;

/** Tells everybody in the room what one says. */
@WebSocket(path = "/ws/echo/{room}", endpointId = "echo")
public class EchoSocket extends SocketEndpoint<EchoFrame> {
  final Audience audience;
  private final FrameCodec codec;

  EchoSocket(Sockets sockets, FrameCodec codec) {
    super(sockets, EchoFrame.class);
    this.audience = sockets.audience();
    this.codec = codec;
  }

  @Override
  protected Uni<Void> opened(Socket socket) {
    return switch (socket.pathParam("room")) {
      case "missing" -> Uni.createFrom().failure(new SocketRefusal(CloseCode.NOT_FOUND));
      case "broken" -> Uni.createFrom().failure(new IllegalArgumentException("planted"));
      default -> join(socket);
    };
  }

  private Uni<Void> join(Socket socket) {
    Frame hello = codec.encode(new EchoFrame.Heard("hello"));
    String known = socket.query("known");
    if (known == null) {
      audience.join(socket, () -> hello);
    } else {
      audience.joinFrom(socket, () -> new Audience.Start(hello, Long.parseLong(known)));
    }
    return Uni.createFrom().voidItem();
  }

  @Override
  protected Uni<Void> received(Socket socket, EchoFrame frame) {
    switch (frame) {
      case EchoFrame.Say say -> tell(say);
      case EchoFrame.Break it when it.expectedly() ->
          throw new ProblemException(StandardProblem.CONFLICT, "As expected.");
      case EchoFrame.Break it -> throw new IllegalArgumentException("planted");
    }
    return Uni.createFrom().voidItem();
  }

  private synchronized void tell(EchoFrame.Say say) {
    int times = say.times() == null ? 1 : say.times();
    for (int i = 0; i < times; i++) {
      tell(say.text());
    }
  }

  synchronized void tell(String text) {
    audience.send(codec.encode(new EchoFrame.Heard(text)));
  }

  synchronized void tell(String text, long position) {
    audience.send(codec.encode(new EchoFrame.Heard(text)), position);
  }

  @Override
  protected void closed(Socket socket) {
    audience.leave(socket);
  }
}
