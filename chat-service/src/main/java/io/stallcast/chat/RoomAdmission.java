package io.stallcast.chat;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lets into rooms whoever may be there. */
@ApplicationScoped
public class RoomAdmission {
  private final LiveRooms rooms;
  private final Admission admission;
  private final Subscribers subscribers;

  RoomAdmission(LiveRooms rooms, Admission admission, Subscribers subscribers) {
    this.rooms = rooms;
    this.admission = admission;
    this.subscribers = subscribers;
  }

  /**
   * Does something in a room on somebody's behalf.
   *
   * @param who empty for the anonymous
   * @return fails with 404 where there is no such room, with 403 {@code no_access} or {@code
   *     banned}
   */
  public <T> Uni<T> in(UUID roomId, Optional<Participant> who, Function<LiveRoom, Uni<T>> work) {
    return rooms.with(roomId, room -> admit(room, who).chain(() -> work.apply(room)));
  }

  /** Fails with 403 where somebody may not be in the room. */
  public Uni<Void> admit(LiveRoom room, Optional<Participant> who) {
    if (who.filter(user -> room.isBanned(user.id())).isPresent()) {
      return Uni.createFrom().failure(ChatProblem.BANNED.because(null));
    }
    return admits(room, who)
        .invoke(admitted -> {
          if (!admitted) {
            throw ChatProblem.NO_ACCESS.because(null);
          }
        })
        .chain(() -> meet(room, who));
  }

  private Uni<Void> meet(LiveRoom room, Optional<Participant> who) {
    return who.map(user -> subscribers.meet(room.room().creatorId(), user.id()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Boolean> admits(LiveRoom room, Optional<Participant> who) {
    return who.filter(Participant::isStaff).isPresent()
        ? Uni.createFrom().item(true)
        : admission.admits(room.room(), who.map(Participant::id));
  }
}
