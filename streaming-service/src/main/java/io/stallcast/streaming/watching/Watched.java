package io.stallcast.streaming.watching;

import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.socket.Audience;
import io.stallcast.platform.socket.Frame;
import io.stallcast.platform.socket.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A stream that is watched on this pod, and who does. */
final class Watched {
  private final Audience audience;
  private final Set<Seat> seats = ConcurrentHashMap.newKeySet();

  /** Who has not been told a count yet. */
  private final Queue<Socket> newcomers = new ConcurrentLinkedQueue<>();

  private volatile StreamEvent.Stream state;
  private int followers;
  private long toldCount = -1;

  Watched(Audience audience) {
    this.audience = audience;
  }

  void follow() {
    followers++;
  }

  /** One follower less; whether none is left. */
  boolean letGo() {
    return --followers == 0;
  }

  /** What is known of the stream; null before anything is. */
  StreamEvent.Stream state() {
    return state;
  }

  /** Keeps whichever state is newer. */
  synchronized void learn(StreamEvent.Stream told) {
    if (state == null || state.version() < told.version()) {
      state = told;
    }
  }

  /** Whether others may watch than {@code told} says. */
  boolean hasOtherAccess(StreamEvent.Stream told) {
    var now = state;
    return now != null && !now.access().equals(told.access());
  }

  boolean isLive() {
    var now = state;
    return now != null && now.status().equals("live");
  }

  /** Whether the stream shows the product, or is sold by it. */
  boolean concerns(UUID productId) {
    var now = state;
    return now != null
        && (productId.equals(now.pinnedProductId())
            || now.access().productIds().contains(productId));
  }

  /**
   * One more who watches.
   *
   * @param greeting what a newcomer is told first; may give null
   */
  void enter(Seat seat, Supplier<Frame> greeting) {
    seats.add(seat);
    audience.join(
        seat.socket(),
        () -> {
          newcomers.add(seat.socket());
          return greeting.get();
        });
  }

  void leave(Seat seat) {
    audience.leave(seat.socket());
    newcomers.remove(seat.socket());
    seats.remove(seat);
  }

  Set<Seat> seats() {
    return Set.copyOf(seats);
  }

  void show(Frame frame) {
    audience.send(frame);
  }

  /** Tells a count to all where it is another one, and to newcomers where it is not. */
  synchronized void count(long viewers, Supplier<Frame> frame) {
    if (viewers != toldCount) {
      toldCount = viewers;
      newcomers.clear();
      audience.send(frame.get());
    } else if (!newcomers.isEmpty()) {
      tellNewcomers(frame.get());
    }
  }

  private void tellNewcomers(Frame frame) {
    for (var next = newcomers.poll(); next != null; next = newcomers.poll()) {
      next.send(frame);
    }
  }
}
