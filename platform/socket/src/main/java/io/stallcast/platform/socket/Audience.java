package io.stallcast.platform.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sockets that are told the same. Frames arrive at each member in the order in which they were
 * sent; they are copied once for each event loop, and those that wait for an event loop go out
 * together, with one write to each socket, however many they are.
 *
 * <p>Every method may be called from any thread; {@code send} by one at a time.
 */
public final class Audience {
  private final ConcurrentMap<EventLoop, Group> groups = new ConcurrentHashMap<>();
  private final SocketMetrics metrics;

  Audience(SocketMetrics metrics) {
    this.metrics = metrics;
  }

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
    Group group = groups.computeIfAbsent(socket.loop(), Group::new);
    group.run(() -> group.join(socket, greeting));
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
    groups.values().forEach(group -> group.send(frame));
  }

  /** Does something for every member, on its event loop. */
  void each(Consumer<Socket> action) {
    groups.values().forEach(group -> group.run(() -> List.copyOf(group.members).forEach(action)));
  }

  /** The members of one event loop, which alone touches them. */
  private final class Group {
    private final EventLoop loop;
    private final Set<Socket> members = new LinkedHashSet<>();
    private final Queue<Frame> sendings = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

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

    private void join(Socket socket, Supplier<Frame> greeting) {
      if (!socket.isOpen()) {
        return;
      }
      Frame first = greeting.get();
      if (first != null) {
        socket.send(first);
      }
      members.add(socket);
    }

    private void leave(Socket socket) {
      members.remove(socket);
    }

    private void send(Frame frame) {
      sendings.add(frame);
      if (awake.compareAndSet(false, true)) {
        loop.execute(this::deliver);
      }
    }

    private void deliver() {
      awake.set(false);
      List<Frame> frames = due();
      if (frames.isEmpty() || members.isEmpty()) {
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

    private List<Frame> due() {
      List<Frame> frames = new ArrayList<>();
      for (Frame next = sendings.poll(); next != null; next = sendings.poll()) {
        frames.add(next);
      }
      return frames;
    }

    private ByteBuf together(List<Frame> frames) {
      int size = frames.stream().mapToInt(Frame::size).sum();
      ByteBuf bytes = members.iterator().next().allocate(size);
      frames.forEach(frame -> frame.writeTo(bytes));
      return bytes;
    }
  }
}
