package io.stallcast.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of this machine. */
public final class Ports {
  /** Below the ports that systems give to outgoing connections: those come and go by themselves. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private Ports() {}

  /** {@code wanted}, or one that was free a moment ago where 0 is wanted. */
  public static int orFree(int wanted) {
    return wanted == 0 ? free() : wanted;
  }

  /** A port that was free a moment ago. */
  public static int free() {
    return free(1).getFirst();
  }

  /** Different ports that were free a moment ago. */
  public static List<Integer> free(int count) {
    var random = ThreadLocalRandom.current();
    return IntStream.generate(() -> random.nextInt(FIRST, LAST))
        .distinct()
        .filter(Ports::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  /** Whether nobody listens on {@code port}, neither on all addresses nor on the loopback one. */
  public static boolean isFree(int port) {
    try (var everywhere = new ServerSocket(port)) {
      return everywhere.isBound() && isFreeOnLoopback(port, everywhere);
    } catch (IOException taken) {
      return false;
    }
  }

  private static boolean isFreeOnLoopback(int port, ServerSocket everywhere) throws IOException {
    everywhere.close();
    try (var loopback = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return loopback.isBound();
    }
  }
}
