package io.stallcast.notification.live;

import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.socket.ClientFrame;
import io.stallcast.platform.socket.CloseCode;
import io.stallcast.platform.socket.Socket;
import io.stallcast.platform.socket.SocketEndpoint;
import io.stallcast.platform.socket.SocketRefusal;
import io.stallcast.platform.socket.SocketUser;
import io.stallcast.platform.socket.Sockets;
import java.util.UUID;

/** The sockets of those who look at their notifications. */
@WebSocket(path = "/ws/notifications", endpointId = "notifications")
public class NotificationSocket extends SocketEndpoint<ClientFrame.None> {
  private final Readers readers;

  NotificationSocket(Sockets sockets, Readers readers) {
    super(sockets, ClientFrame.None.class);
    this.readers = readers;
  }

  @Override
  protected Uni<Void> opened(Socket socket) {
    socket.attach(readers.enter(ownerOf(socket), socket));
    return Uni.createFrom().voidItem();
  }

  @Override
  protected Uni<Void> received(Socket socket, ClientFrame.None frame) {
    return Uni.createFrom().voidItem();
  }

  @Override
  protected void closed(Socket socket) {
    var seat = socket.attachment(Seat.class);
    if (seat != null) {
      readers.leave(seat);
    }
  }

  private static UUID ownerOf(Socket socket) {
    return socket
        .user()
        .map(SocketUser::id)
        .orElseThrow(() -> new SocketRefusal(CloseCode.TOKEN_EXPIRED));
  }
}
