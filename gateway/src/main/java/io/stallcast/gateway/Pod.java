package io.stallcast.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One address of an upstream, and whether it is well. A pod that is not gets no requests while
 * another one of its upstream is. Safe for use by several threads.
 */
public final class Pod {
  private static final Logger LOG = Logger.getLogger(Pod.class);

  private final String upstream;
  private final String host;
  private final int port;
  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean well = true;

  Pod(String upstream, String host, int port) {
    this.upstream = upstream;
    this.host = host;
    this.port = port;
  }

  /** The name of its upstream. */
  public String upstream() {
    return upstream;
  }

  /** {@code host:port}. */
  public String address() {
    return host + ":" + port;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  /** Whether it answers, as far as is known. */
  public boolean isWell() {
    return well;
  }

  /**
   * Has {@code action} run, by any thread, when the pod is found not to be well.
   *
   * @return to be run when that is of no interest any more
   */
  public Runnable whenLost(Runnable action) {
    waiting.add(action);
    return () -> waiting.remove(action);
  }

  void isLost(String why) {
    if (well) {
      well = false;
      LOG.warnf("%s is without its pod %s: %s", upstream, address(), why);
    }
    waiting.forEach(Runnable::run);
  }

  void isBack() {
    if (!well) {
      well = true;
      LOG.infof("%s has its pod %s back", upstream, address());
    }
  }
}
