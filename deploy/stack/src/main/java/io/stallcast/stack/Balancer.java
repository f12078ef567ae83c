package io.stallcast.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * The address of a service that has several pods: connections go to them in turn, past those that
 * are not ready. It stands for the service's name in a cluster, so that whoever calls a service
 * knows one address and need not know of pods.
 */
final class Balancer implements AutoCloseable {
  private static final int PROBE_PERIOD_MILLIS = 1000;
  private static final int CONNECT_TIMEOUT_MILLIS = 500;

  private final ServerSocket door;
  private final List<Integer> pods;
  private final IntPredicate ready;
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("balancer").factory());

  private volatile List<Integer> serving;

  private Balancer(ServerSocket door, List<Integer> pods, IntPredicate ready) {
    this.door = door;
    this.pods = List.copyOf(pods);
    this.serving = this.pods;
    this.ready = ready;
  }

  /**
   * Listens on {@code port}.
   *
   * @param pods their ports
   * @param ready whether the pod of that port is ready; asked all the time
   */
  static Balancer start(int port, List<Integer> pods, IntPredicate ready) {
    try {
      var door = new ServerSocket(port, 256, InetAddress.getLoopbackAddress());
      var balancer = new Balancer(door, pods, ready);
      balancer.threads.execute(balancer::accept);
      balancer.threads.execute(balancer::probe);
      return balancer;
    } catch (IOException e) {
      throw new StackFailure("Cannot listen on port " + port + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException closedAlready) {
      // that is all that is wanted
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void probe() {
    try {
      while (!door.isClosed()) {
        serving = pods.stream().filter(ready::test).toList();
        TimeUnit.MILLISECONDS.sleep(PROBE_PERIOD_MILLIS);
      }
    } catch (InterruptedException | StackFailure closed) {
      serving = pods;
    }
  }

  private void serve(Socket client) {
    try (client) {
      Optional<Socket> found = connect();
      if (found.isPresent()) {
        try (Socket pod = found.get()) {
          join(client, pod);
        }
      }
    } catch (IOException cut) {
      // both ends are closed, which is what one has to know of the other
    }
  }

  /** The next one that takes the connection; those that are not ready come last. */
  private Optional<Socket> connect() {
    List<Integer> candidates = inTurn(serving);
    pods.stream().filter(pod -> !candidates.contains(pod)).forEach(candidates::add);
    return candidates.stream().map(Balancer::connectTo).flatMap(Optional::stream).findFirst();
  }

  private List<Integer> inTurn(List<Integer> ports) {
    List<Integer> turned = new ArrayList<>(ports);
    if (!turned.isEmpty()) {
      Collections.rotate(turned, -(turn.getAndIncrement() % turned.size()));
    }
    return turned;
  }

  private static Optional<Socket> connectTo(int port) {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(Sites.HOST, port), CONNECT_TIMEOUT_MILLIS);
      return Optional.of(socket);
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  private void join(Socket client, Socket pod) throws IOException {
    client.setTcpNoDelay(true);
    threads.execute(() -> copy(pod, client));
    copy(client, pod);
  }

  /** Until either end is closed; the other is closed then, too. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // the other end learns it by its own being closed
    }
  }
}
