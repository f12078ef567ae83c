package io.stallcast.platform.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sockets that are told the same. Frames arrive at each member in the order in which they were
 * sent; they are copied once for each event loop, and those that wait for an event loop go out
 * together, with one write to each socket, however many they are. Between two such rounds an event
 * loop rests as long as the last one took, 50 ms at most: so it has time for others, a large
 * audience is told more with each write, and a small one notices nothing.
 *
 * <p>Frames may have positions of a log that all of them come from: who joins with a position is
 * sent those alone that stand behind it, whatever is still on its way to others.
 *
 * <p>Every method may be called from any thread; {@code send} by one at a time, where all members
 * are to be told in the same order.
 */
public final class Audience {
  /** Of a frame that comes from no log, and of a log that nothing has come from. */
  private static final long NOWHERE = -1;

  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ConcurrentMap<EventLoop, Group> groups = new ConcurrentHashMap<>();
  private final SocketMetrics metrics;

  Audience(SocketMetrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Where a member begins.
   *
   * @param greeting what it is told first; may be null
   * @param position the last of the log that it knows by then
   */
  public record Start(Frame greeting, long position) {}

  /** One more member, from the next frame on. */
  public void join(Socket socket) {
    join(socket, () -> null);
  }

  /**
   * One more member, which is told something first.
   *
   * @param greeting called on the socket's event loop, before any frame of the audience reaches the
   *     socket; may return null
   */
  public void join(Socket socket, Supplier<Frame> greeting) {
    joinFrom(socket, () -> new Start(greeting.get(), NOWHERE));
  }

  /**
   * One more member, which knows the log up to a position.
   *
   * @param start called on the socket's event loop, before any frame of the audience reaches the
   *     socket
   */
  public void joinFrom(Socket socket, Supplier<Start> start) {
    Group group = groups.computeIfAbsent(socket.loop(), Group::new);
    group.run(() -> group.join(socket, start));
  }

  /** One member less. */
  public void leave(Socket socket) {
    Group group = groups.get(socket.loop());
    if (group != null) {
      group.run(() -> group.leave(socket));
    }
  }

  /** Sends to every member. */
  public void send(Frame frame) {
    send(frame, NOWHERE);
  }

  /** Sends what stands in the log at this position to every member that does not know it. */
  public void send(Frame frame, long position) {
    Sending sending = new Sending(frame, position);
    groups.values().forEach(group -> group.send(sending));
  }

  /** Does something for every member, on its event loop. */
  void each(Consumer<Socket> action) {
    groups.values().forEach(group -> group.run(() -> group.all().forEach(action)));
  }

  private record Sending(Frame frame, long position) {
    boolean isBehind(long known) {
      return position == NOWHERE || position > known;
    }
  }

  /** The members of one event loop, which alone touches them. */
  private final class Group {
    private final EventLoop loop;
    private final Set<Socket> members = new LinkedHashSet<>();

    /** Those who know more of the log than has gone out here, and how far. */
    private final Map<Socket, Long> ahead = new HashMap<>();

    private final Queue<Sending> sendings = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private long delivered = NOWHERE;
    private long nextRound = System.nanoTime();

    private Group(EventLoop loop) {
      this.loop = loop;
    }

    private void run(Runnable action) {
      if (loop.inEventLoop()) {
        action.run();
      } else {
        loop.execute(action);
      }
    }

    private void join(Socket socket, Supplier<Start> start) {
      if (!socket.isOpen()) {
        return;
      }
      Start begun = start.get();
      if (begun.greeting() != null) {
        socket.send(begun.greeting());
      }
      if (begun.position() > delivered) {
        ahead.put(socket, begun.position());
      } else {
        members.add(socket);
      }
    }

    private void leave(Socket socket) {
      members.remove(socket);
      ahead.remove(socket);
    }

    private List<Socket> all() {
      List<Socket> all = new ArrayList<>(members);
      all.addAll(ahead.keySet());
      return all;
    }

    private void send(Sending sending) {
      sendings.add(sending);
      if (awake.compareAndSet(false, true)) {
        loop.execute(this::round);
      }
    }

    private void round() {
      long begun = System.nanoTime();
      long rest = nextRound - begun;
      if (rest > 0) {
        Runnable round = this::round;
        loop.schedule(round, rest, TimeUnit.NANOSECONDS);
        return;
      }
      awake.set(false);
      deliverAll();
      long end = System.nanoTime();
      nextRound = end + Math.min(end - begun, LONGEST_REST_NANOS);
    }

    private void deliverAll() {
      List<Sending> due = due();
      if (!due.isEmpty()) {
        deliver(due.stream().map(Sending::frame).toList());
        List.copyOf(ahead.entrySet()).forEach(member -> catchUp(member, due));
      }
    }

    private void deliver(List<Frame> frames) {
      if (members.isEmpty()) {
        return;
      }
      ByteBuf bytes = together(frames);
      try {
        members.forEach(socket -> socket.write(bytes.retainedDuplicate()));
      } finally {
        bytes.release();
      }
      metrics.sent((long) frames.size() * members.size());
    }

    private void catchUp(Map.Entry<Socket, Long> member, List<Sending> due) {
      Socket socket = member.getKey();
      due.stream()
          .filter(sending -> sending.isBehind(member.getValue()))
          .forEach(sending -> socket.send(sending.frame()));
      if (delivered >= member.getValue()) {
        ahead.remove(socket);
        members.add(socket);
      }
    }

    private List<Sending> due() {
      List<Sending> due = new ArrayList<>();
      for (Sending next = sendings.poll(); next != null; next = sendings.poll()) {
        due.add(next);
        delivered = Math.max(delivered, next.position());
      }
      return due;
    }

    private ByteBuf together(List<Frame> frames) {
      int size = frames.stream().mapToInt(Frame::size).sum();
      ByteBuf bytes = members.iterator().next().allocate(size);
      frames.forEach(frame -> frame.writeTo(bytes));
      return bytes;
    }
  }
}
