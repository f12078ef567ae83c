package io.stallcast.streaming.watching;

import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.socket.CloseCode;
import io.stallcast.platform.socket.Socket;
import io.stallcast.platform.socket.SocketEndpoint;
import io.stallcast.platform.socket.SocketRefusal;
import io.stallcast.platform.socket.Sockets;
import io.stallcast.streaming.Reactions;
import java.util.UUID;

/** The sockets of those who watch. */
@WebSocket(path = "/ws/streams/{id}", endpointId = "streams")
public class WatchSocket extends SocketEndpoint<ViewerFrame> {
  private final Watching watching;
  private final Reactions reactions;

  WatchSocket(Sockets sockets, Watching watching, Reactions reactions) {
    super(sockets, ViewerFrame.class);
    this.watching = watching;
    this.reactions = reactions;
  }

  /** To a free stream; whether it is one is seen when it is opened. */
  @Override
  protected boolean admitsAnonymous() {
    return true;
  }

  @Override
  protected Uni<Void> opened(Socket socket) {
    return watching.begin(socket, streamId(socket));
  }

  @Override
  protected Uni<Void> received(Socket socket, ViewerFrame frame) {
    switch (frame) {
      case ViewerFrame.React react -> reactions.react(streamId(socket), react.emoji());
    }
    return Uni.createFrom().voidItem();
  }

  @Override
  protected void closed(Socket socket) {
    var seat = socket.attachment(Seat.class);
    if (seat != null) {
      watching.end(seat);
    }
  }

  private static UUID streamId(Socket socket) {
    try {
      return UUID.fromString(socket.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw new SocketRefusal(CloseCode.NOT_FOUND);
    }
  }
}
