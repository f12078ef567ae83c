package io.stallcast.chat.messaging;

import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.ChatFrame;
import io.stallcast.chat.Moderating;
import io.stallcast.chat.Participant;
import io.stallcast.chat.Place;
import io.stallcast.chat.RoomLog;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.socket.CloseCode;
import io.stallcast.platform.socket.Socket;
import io.stallcast.platform.socket.SocketEndpoint;
import io.stallcast.platform.socket.SocketRefusal;
import io.stallcast.platform.socket.Sockets;
import java.util.UUID;

/** The sockets of those who are in rooms. */
@WebSocket(path = "/ws/chat/{roomId}", endpointId = "chat")
public class ChatSocket extends SocketEndpoint<SaidFrame> {
  private final Seating seating;
  private final Messaging talking;
  private final Moderating moderating;

  ChatSocket(Sockets sockets, Seating seating, Messaging talking, Moderating moderating) {
    super(sockets, SaidFrame.class);
    this.seating = seating;
    this.talking = talking;
    this.moderating = moderating;
  }

  /** To a free stream's room, to read; whether it is one is seen when it is opened. */
  @Override
  protected boolean admitsAnonymous() {
    return true;
  }

  @Override
  protected Uni<Void> opened(Socket socket) {
    return seating.begin(socket, roomId(socket), Place.parse(socket.query("since")));
  }

  @Override
  protected Uni<Void> received(Socket socket, SaidFrame frame) {
    var seat = socket.attachment(Seat.class);
    if (seat == null) {
      return Uni.createFrom().voidItem(); // closed before it was seated
    }
    var who =
        seat.participant()
            .orElseThrow(() -> new ProblemException(StandardProblem.UNAUTHENTICATED, null));
    return carryOut(seat, who, frame);
  }

  private Uni<Void> carryOut(Seat seat, Participant who, SaidFrame frame) {
    var room = seat.room();
    return switch (frame) {
      case SaidFrame.Send f ->
          talking
              .send(room, who, f.clientId(), f.text(), f.replyTo())
              .invoke(told -> acknowledge(seat.socket(), f, told))
              .replaceWithVoid();
      case SaidFrame.Edit f -> done(talking.edit(room, who, f.messageId(), f.text()));
      case SaidFrame.Delete f -> done(talking.delete(room, who, f.messageId(), f.reason()));
      case SaidFrame.React f ->
          done(talking.react(room, who, f.messageId(), f.emoji(), f.withdrawn()));
      case SaidFrame.Typing ignored -> talking.type(room, who);
      case SaidFrame.TimeOut f ->
          done(moderating.timeOut(room, who, f.userId(), f.seconds(), f.reason()));
      case SaidFrame.Ban f -> done(moderating.ban(room, who, f.userId(), f.reason()));
      case SaidFrame.Unban f -> done(moderating.unban(room, who, f.userId()));
      case SaidFrame.SlowMode f -> done(moderating.slow(room, who, f.seconds()));
      case SaidFrame.Pin f -> done(moderating.pin(room, who, f.messageId()));
    };
  }

  private static void acknowledge(Socket socket, SaidFrame.Send frame, RoomLog.Told told) {
    socket.send(new ChatFrame.Ack(frame.clientId(), told.id(), told.position()));
  }

  private static Uni<Void> done(Uni<RoomLog.Told> told) {
    return told.replaceWithVoid();
  }

  /** An entitlement that has ended by itself is noticed here, within a token's life. */
  @Override
  protected void renewed(Socket socket) {
    var seat = socket.attachment(Seat.class);
    if (seat != null) {
      seating.recheck(seat);
    }
  }

  @Override
  protected void closed(Socket socket) {
    var seat = socket.attachment(Seat.class);
    if (seat != null) {
      seating.end(seat);
    }
  }

  private static UUID roomId(Socket socket) {
    try {
      return UUID.fromString(socket.pathParam("roomId"));
    } catch (IllegalArgumentException e) {
      throw new SocketRefusal(CloseCode.NOT_FOUND);
    }
  }
}
