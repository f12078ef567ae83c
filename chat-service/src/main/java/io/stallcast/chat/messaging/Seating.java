package io.stallcast.chat.messaging;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.ChatConfig;
import io.stallcast.chat.ChatFrame;
import io.stallcast.chat.ChatProblem;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.LiveRooms;
import io.stallcast.chat.Participant;
import io.stallcast.chat.Place;
import io.stallcast.chat.Presence;
import io.stallcast.chat.RoomAdmission;
import io.stallcast.chat.RoomNews;
import io.stallcast.chat.RoomRecord.Banned;
import io.stallcast.chat.RoomStore;
import io.stallcast.platform.entitlement.AccessLost;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.socket.CloseCode;
import io.stallcast.platform.socket.FrameCodec;
import io.stallcast.platform.socket.Socket;
import io.stallcast.platform.socket.SocketRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets people take seats in rooms, and out again once they may not stay. */
@ApplicationScoped
class Seating {
  private static final Logger LOG = Logger.getLogger(Seating.class);

  private final LiveRooms rooms;
  private final RoomAdmission admission;
  private final Seats seats;
  private final Presence presence;
  private final RoomStore store;
  private final FrameCodec codec;
  private final ChatConfig config;

  Seating(
      LiveRooms rooms,
      RoomAdmission admission,
      Seats seats,
      Presence presence,
      RoomStore store,
      FrameCodec codec,
      ChatConfig config) {
    this.rooms = rooms;
    this.admission = admission;
    this.seats = seats;
    this.presence = presence;
    this.store = store;
    this.codec = codec;
    this.config = config;
  }

  /** Seats whoever may be in the room; fails with a refusal where that is not so. */
  Uni<Void> begin(Socket socket, UUID roomId, Optional<Place> place) {
    return rooms
        .hold(roomId)
        .chain(room -> begin(socket, room, place).onFailure().invoke(f -> rooms.release(roomId)))
        .onFailure(ProblemException.class)
        .transform(failure -> refusal(socket, (ProblemException) failure));
  }

  private Uni<Void> begin(Socket socket, LiveRoom room, Optional<Place> place) {
    return admission
        .admit(room, participant(socket))
        .chain(() -> lookUp(room, place))
        .invoke(history -> sit(new Seat(socket, room), place, history))
        .replaceWithVoid();
  }

  private Uni<RoomStore.Told> lookUp(LiveRoom room, Optional<Place> place) {
    return place
        .filter(room::hasForgotten)
        .map(known ->
            store.told(room.id(), known.epoch(), known.position(), config.mostMissed() + 1))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  private void sit(Seat seat, Optional<Place> place, RoomStore.Told history) {
    var socket = seat.socket();
    var room = seat.room();
    socket.attach(seat);
    seats.add(seat);
    presence.enter(room, seat.userId());
    room.audience().joinFrom(socket, () -> room.greet(place, history, presence.in(room.id())));
    if (seat.participant().filter(who -> room.isBanned(who.id())).isPresent()) {
      socket.close(CloseCode.NO_ACCESS); // heard meanwhile
    }
    if (!socket.isOpen()) {
      end(seat);
    }
  }

  void end(Seat seat) {
    if (seat.leave()) {
      seat.room().audience().leave(seat.socket());
      seats.remove(seat);
      presence.leave(seat.room(), seat.userId());
      rooms.release(seat.room().id());
    }
  }

  /** Whoever is banned is out, on whichever pod. */
  void happened(@Observes RoomNews.Told happening) {
    if (happening.record() instanceof Banned banned) {
      seats.in(happening.room().id()).stream()
          .filter(seat -> seat.belongsTo(banned.userId()))
          .forEach(seat -> seat.socket().close(CloseCode.NO_ACCESS));
    }
  }

  void changed(@Observes RoomNews.Change change) {
    var room = change.room();
    if (room.room().isGone()) {
      seats.in(room.id()).forEach(seat -> seat.socket().close(CloseCode.NOT_FOUND));
      return;
    }
    if (change.before().isOpen() && !room.room().isOpen()) {
      room.audience().send(codec.encode(new ChatFrame.RoomClosed()));
    }
    if (!change.before().productIds().equals(room.room().productIds())) {
      seats.in(room.id()).forEach(this::recheck);
    }
  }

  /** Has whoever lost something show what else lets them in; called by the thread that hears. */
  void losing(@Observes AccessLost loss) {
    seats
        .all()
        .filter(seat -> seat.room().room().productIds().contains(loss.productId()))
        .filter(seat -> seat.belongsTo(loss.userId()))
        .forEach(this::recheck);
  }

  /** Looks anew at whether somebody may stay. */
  void recheck(Seat seat) {
    admission
        .admit(seat.room(), seat.participant())
        .subscribe()
        .with(admitted -> {}, failure -> cutOff(seat, failure));
  }

  private static void cutOff(Seat seat, Throwable failure) {
    LOG.debugf("Cut off: %s", failure);
    seat.socket().close(CloseCode.NO_ACCESS);
  }

  private static Optional<Participant> participant(Socket socket) {
    return socket.user().map(Participant::of);
  }

  private static SocketRefusal refusal(Socket socket, ProblemException problem) {
    if (problem.type() == StandardProblem.NOT_FOUND) {
      return new SocketRefusal(CloseCode.NOT_FOUND);
    }
    if (problem.type() == ChatProblem.BANNED) {
      return new SocketRefusal(CloseCode.NO_ACCESS);
    }
    if (problem.type() == ChatProblem.NO_ACCESS) {
      return new SocketRefusal(
          socket.user().isPresent() ? CloseCode.NO_ACCESS : CloseCode.TOKEN_EXPIRED);
    }
    return new SocketRefusal(CloseCode.DRAINING);
  }
}
