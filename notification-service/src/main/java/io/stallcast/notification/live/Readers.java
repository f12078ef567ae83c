package io.stallcast.notification.live;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.stallcast.notification.live.ListEvent.Change;
import io.stallcast.platform.socket.Frame;
import io.stallcast.platform.socket.FrameCodec;
import io.stallcast.platform.socket.Socket;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Who has sockets on this pod, and has to be shown something. One read is under way at a time; what
 * changes meanwhile goes with the next one. Safe for use by several threads.
 */
@ApplicationScoped
class Readers {
  private static final Logger LOG = Logger.getLogger(Readers.class);
  private static final long PAUSE_MILLIS = 1000;

  private final Map<UUID, Set<Seat>> seats = new ConcurrentHashMap<>();
  private final PendingChanges pending = new PendingChanges();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final ListReading reading;
  private final FrameCodec codec;
  private final Vertx vertx;

  Readers(ListReading reading, FrameCodec codec, Vertx vertx) {
    this.reading = reading;
    this.codec = codec;
    this.vertx = vertx;
  }

  /** One more socket of a person, which is told the count first. */
  Seat enter(UUID recipientId, Socket socket) {
    var seat = new Seat(recipientId, socket);
    seats.compute(recipientId, (id, others) -> with(others, seat));
    show(List.of(new Change(recipientId, null)));
    return seat;
  }

  void leave(Seat seat) {
    seats.computeIfPresent(seat.recipientId(), (id, others) -> without(others, seat));
  }

  /** Shows what changed to those of them who are here. */
  void show(List<Change> changes) {
    changes.stream()
        .filter(change -> seats.containsKey(change.recipientId()))
        .forEach(pending::add);
    next();
  }

  /** Whatever was said in vain is found here. */
  @Scheduled(every = "30s", delayed = "30s")
  @NonBlocking
  void recount() {
    show(seats.keySet().stream().map(id -> new Change(id, null)).toList());
  }

  /** Looks again after each read: a change that found one under way relies on it. */
  private void next() {
    while (!pending.isEmpty() && underWay.compareAndSet(false, true)) {
      var changes = pending.take();
      if (changes.isEmpty()) {
        underWay.set(false);
      } else {
        read(changes);
      }
    }
  }

  private void read(Map<UUID, Set<UUID>> changes) {
    reading
        .of(changes)
        .subscribe()
        .with(
            read -> {
              read.forEach(this::tell);
              rest();
            },
            failure -> {
              LOG.warnf("Lists not read, trying again: %s", failure);
              pending.putBack(changes);
              vertx.setTimer(PAUSE_MILLIS, fired -> rest());
            });
  }

  private void rest() {
    underWay.set(false);
    next();
  }

  private void tell(OpenList list) {
    var present = seats.getOrDefault(list.recipientId(), Set.of());
    if (!present.isEmpty()) {
      var added = list.added().stream().map(codec::encode).toList();
      var unread = codec.encode(new LiveFrame.Unread(list.unread()));
      present.forEach(seat -> tell(seat, added, list.unread(), unread));
    }
  }

  private static void tell(Seat seat, List<Frame> added, long count, Frame unread) {
    added.forEach(seat.socket()::send);
    if (seat.isNews(count)) {
      seat.socket().send(unread);
    }
  }

  private static Set<Seat> with(Set<Seat> others, Seat seat) {
    var more = others == null ? ConcurrentHashMap.<Seat>newKeySet() : others;
    more.add(seat);
    return more;
  }

  private static Set<Seat> without(Set<Seat> others, Seat seat) {
    others.remove(seat);
    return others.isEmpty() ? null : others;
  }
}
