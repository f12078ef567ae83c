package io.stallcast.gateway.arrival;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets go of connections that keep a head coming and never end it. The server's idle timeout is of
 * no use there, as each byte begins it anew, and it has no other: so every connection of the port
 * is looked at each second.
 */
@Singleton
class SlowHeads {
  private static final Logger LOG = Logger.getLogger(SlowHeads.class);
  private static final AttributeKey<Patience> PATIENCE =
      AttributeKey.valueOf(SlowHeads.class, "patience");
  private static final long PERIOD_MILLIS = 1000;

  private final Vertx vertx;
  private final Instance<HttpServer> server;
  private final ArrivalConfig config;

  SlowHeads(Vertx vertx, Instance<HttpServer> server, ArrivalConfig config) {
    this.vertx = vertx;
    this.server = server;
    this.config = config;
  }

  void begin(@Observes StartupEvent started) {
    vertx.setPeriodic(PERIOD_MILLIS, tick -> vertx.nettyEventLoopGroup().forEach(this::look));
  }

  /**
   * A head has come; how long the next one may take counts from the end of this exchange, which a
   * request that becomes a socket has not.
   */
  void heardOf(RoutingContext request) {
    Patience patience = patience(((ConnectionBase) request.request().connection()).channel());
    patience.open++;
    request.addEndHandler(ended -> patience.begin(config.keepAlive().toNanos()));
  }

  private void look(EventExecutor loop) {
    if (loop instanceof SingleThreadEventLoop selecting) {
      loop.execute(() -> letGo(selecting));
    }
  }

  private void letGo(SingleThreadEventLoop loop) {
    List<Channel> late = new ArrayList<>();
    loop.registeredChannelsIterator()
        .forEachRemaining(channel -> {
          if (isOfClient(channel) && patience(channel).isOver()) {
            late.add(channel);
          }
        });
    late.forEach(channel -> {
      LOG.debugf("No request of %s in time", channel.remoteAddress());
      channel.close();
    });
  }

  private Patience patience(Channel channel) {
    Patience known = channel.attr(PATIENCE).get();
    if (known != null) {
      return known;
    }
    Patience fresh = new Patience(config.headTimeout().toNanos());
    channel.attr(PATIENCE).set(fresh);
    return fresh;
  }

  private boolean isOfClient(Channel channel) {
    HttpServer door = server.get();
    return channel.parent() != null
        && channel.localAddress() instanceof InetSocketAddress local
        && (local.getPort() == door.getPort() || local.getPort() == door.getSecurePort());
  }

  /** With one connection. Used by its event loop. */
  private static final class Patience {
    private int open;
    private long until;

    private Patience(long nanos) {
      until = System.nanoTime() + nanos;
    }

    private void begin(long nanos) {
      open--;
      until = System.nanoTime() + nanos;
    }

    private boolean isOver() {
      return open == 0 && System.nanoTime() - until > 0;
    }
  }
}
