package io.stallcast.chat.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who is in which room on this pod. Safe for use by several threads. */
@ApplicationScoped
class Seats {
  private final Map<UUID, Set<Seat>> byRoom = new ConcurrentHashMap<>();

  void add(Seat seat) {
    byRoom.compute(
        seat.room().id(),
        (id, seats) -> {
          var more = seats == null ? ConcurrentHashMap.<Seat>newKeySet() : seats;
          more.add(seat);
          return more;
        });
  }

  void remove(Seat seat) {
    byRoom.computeIfPresent(
        seat.room().id(),
        (id, seats) -> {
          seats.remove(seat);
          return seats.isEmpty() ? null : seats;
        });
  }

  Set<Seat> in(UUID roomId) {
    return byRoom.getOrDefault(roomId, Set.of());
  }

  Stream<Seat> all() {
    return byRoom.values().stream().flatMap(Set::stream);
  }
}
