package io.stallcast.load.chat.crowd;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** All who come to a server's rooms, from many addresses of this machine, by one thread. */
final class Crowd implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final int ADDRESSES = 16;
  private static final long LOOK_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 30;

  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final Bootstrap bootstrap =
      new Bootstrap()
          .group(threads)
          .channel(EpollSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true);
  private final InetSocketAddress server;
  private final Dialect dialect;
  private final List<String> tokens;
  private final List<Party> parties;
  private final Talk talk;

  private List<Guest> guests = List.of();
  private volatile boolean leaving;
  private volatile String loss;

  Crowd(InetSocketAddress server, Dialect dialect, List<String> rooms, List<String> tokens) {
    this.server = server;
    this.dialect = dialect;
    this.tokens = tokens;
    this.parties = rooms.stream().map(Party::new).toList();
    this.talk = new Talk(dialect, threads.next(), parties);
  }

  Talk talk() {
    return talk;
  }

  int peopleInARoom() {
    return guests.size() / parties.size();
  }

  /** So many come, one room after the other; returns how long that took, in seconds. */
  double enter(int people) throws InterruptedException {
    leaving = false;
    guests = IntStream.range(0, people).mapToObj(this::guest).toList();
    long begun = System.nanoTime();
    Semaphore free = new Semaphore(AT_ONCE);
    for (int i = 0; i < people; i++) {
      await(free, 1);
      Guest guest = guests.get(i);
      connect(guest, i);
      guest.welcome().whenComplete((in, failure) -> free.release());
    }
    await(free, AT_ONCE);
    return (System.nanoTime() - begun) / 1e9;
  }

  private void await(Semaphore free, int permits) throws InterruptedException {
    if (!free.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server lets nobody in any more.");
    }
    requireComplete();
  }

  private Guest guest(int number) {
    Party party = parties.get(number % parties.size());
    String token = tokens.get(number % tokens.size());
    Guest guest = new Guest(dialect, talk, party, token, this::lose);
    party.add(guest);
    return guest;
  }

  private void connect(Guest guest, int number) {
    var from = new InetSocketAddress("127.0.7." + (1 + number % ADDRESSES), 0);
    bootstrap
        .clone()
        .handler(guest)
        .connect(server, from)
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            guest.turnedAway(connected.cause());
          }
        });
  }

  private void lose(String why) {
    if (!leaving && loss == null) {
      loss = why;
    }
  }

  /** Lets time pass; fails where a socket ends meanwhile. */
  void stay(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      Thread.sleep(Math.min(left, LOOK_MILLIS));
      requireComplete();
    }
  }

  private void requireComplete() {
    if (loss != null) {
      throw new IllegalStateException("A socket has ended: " + loss);
    }
  }

  /** Everybody leaves. */
  void leave() {
    leaving = true;
    guests.forEach(Guest::leave);
    parties.forEach(Party::clear);
  }

  @Override
  public void close() {
    leaving = true;
    threads.shutdownGracefully();
  }
}
