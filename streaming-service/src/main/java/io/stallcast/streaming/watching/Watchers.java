package io.stallcast.streaming.watching;

import io.stallcast.platform.socket.Frame;
import io.stallcast.platform.socket.FrameCodec;
import io.stallcast.platform.socket.Sockets;
import io.stallcast.streaming.Screens;
import io.stallcast.streaming.WatchFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who watches what on this pod. Safe for use by several threads. */
@ApplicationScoped
class Watchers implements Screens {
  private final Map<UUID, Watched> streams = new ConcurrentHashMap<>();
  private final Map<UUID, Set<Seat>> seatsOfViewers = new ConcurrentHashMap<>();
  private final Sockets sockets;
  private final FrameCodec codec;

  Watchers(Sockets sockets, FrameCodec codec) {
    this.sockets = sockets;
    this.codec = codec;
  }

  @Override
  public void count(UUID streamId, long viewers) {
    find(streamId).ifPresent(watched -> watched.count(viewers, () -> count(viewers)));
  }

  @Override
  public void show(UUID streamId, WatchFrame frame) {
    find(streamId).ifPresent(watched -> watched.show(codec.encode(frame)));
  }

  @Override
  public void showBeside(UUID productId, WatchFrame frame) {
    var concerned =
        streams.values().stream().filter(watched -> watched.concerns(productId)).toList();
    if (!concerned.isEmpty()) {
      var encoded = codec.encode(frame);
      concerned.forEach(watched -> watched.show(encoded));
    }
  }

  /**
   * Follows the stream for one more who wants to watch: from now on nothing of it is missed. To be
   * let go of once.
   */
  Watched follow(UUID streamId) {
    return streams.compute(
        streamId,
        (id, known) -> {
          var watched = known == null ? new Watched(sockets.audience()) : known;
          watched.follow();
          return watched;
        });
  }

  /** One less; whether nobody is left. */
  boolean letGo(UUID streamId) {
    return streams.computeIfPresent(streamId, (id, watched) -> watched.letGo() ? null : watched)
        == null;
  }

  Optional<Watched> find(UUID streamId) {
    return Optional.ofNullable(streams.get(streamId));
  }

  /** Takes a seat before a stream that is followed for it. */
  void enter(Watched watched, Seat seat) {
    if (seat.pass().viewerId() != null) {
      seatsOfViewers.compute(seat.pass().viewerId(), (id, seats) -> with(seats, seat));
    }
    watched.enter(seat, () -> greeting(watched));
  }

  void leave(Seat seat) {
    if (seat.pass().viewerId() != null) {
      seatsOfViewers.computeIfPresent(seat.pass().viewerId(), (id, seats) -> without(seats, seat));
    }
    find(seat.pass().streamId()).ifPresent(watched -> watched.leave(seat));
  }

  /** All of a viewer's, before whatever stream. */
  Collection<Seat> seatsOf(UUID viewerId) {
    return Set.copyOf(seatsOfViewers.getOrDefault(viewerId, Set.of()));
  }

  /** The product that is shown; null where none is. */
  private Frame greeting(Watched watched) {
    var product = watched.state().pinnedProductId();
    return product == null ? null : codec.encode(new WatchFrame.ProductPinned(product));
  }

  private Frame count(long viewers) {
    return codec.encode(new WatchFrame.Viewers(viewers));
  }

  private static Set<Seat> with(Set<Seat> seats, Seat seat) {
    var more = seats == null ? ConcurrentHashMap.<Seat>newKeySet() : seats;
    more.add(seat);
    return more;
  }

  private static Set<Seat> without(Set<Seat> seats, Seat seat) {
    seats.remove(seat);
    return seats.isEmpty() ? null : seats;
  }
}
