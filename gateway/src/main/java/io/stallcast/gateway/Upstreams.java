package io.stallcast.gateway;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.ServiceDefinition;
import io.smallrye.stork.impl.RoundRobinConfiguration;
import io.smallrye.stork.servicediscovery.staticlist.StaticConfiguration;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** All services behind the edge. */
@Singleton
public class Upstreams {
  private final List<Upstream> all;

  Upstreams(GatewayConfig config, Vertx vertx) {
    this.all =
        config.upstreams().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Upstream(entry.getKey(), entry.getValue(), vertx))
            .toList();
  }

  /** Each of them, by name. */
  public List<Upstream> all() {
    return all;
  }

  void define(@Observes StartupEvent started) {
    all.forEach(Upstreams::define);
  }

  private static void define(Upstream upstream) {
    var addresses = new StaticConfiguration().withAddressList(upstream.config().addresses());
    Stork.getInstance()
        .defineIfAbsent(
            upstream.name(), ServiceDefinition.of(addresses, new RoundRobinConfiguration()));
  }
}
