package io.stallcast.platform.socket;

import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;

/** Tells who you are, whoever you are. */
@WebSocket(path = "/ws/open", endpointId = "open")
public class OpenEchoSocket extends SocketEndpoint<EchoFrame> {

  OpenEchoSocket(Sockets sockets) {
    super(sockets, EchoFrame.class);
  }

  @Override
  protected boolean admitsAnonymous() {
    return true;
  }

  @Override
  protected Uni<Void> opened(Socket socket) {
    socket.attach(socket.user().map(user -> user.id().toString()).orElse("anonymous"));
    return Uni.createFrom().voidItem();
  }

  @Override
  protected Uni<Void> received(Socket socket, EchoFrame frame) {
    socket.send(new EchoFrame.Heard(socket.attachment(String.class)));
    return Uni.createFrom().voidItem();
  }

  @Override
  protected void closed(Socket socket) {}
}
