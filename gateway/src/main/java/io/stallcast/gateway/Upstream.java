package io.stallcast.gateway;

import io.smallrye.stork.Stork;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import io.stallcast.gateway.GatewayConfig.UpstreamConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/**
 * A service behind the edge, with connections that it shares with no other. Safe for use by several
 * threads.
 */
public final class Upstream {
  // brief: whoever waits for a connection waits no longer than a connection may take
  private static final int MAX_WAITING_FOR_CONNECTION = 256;

  private final String name;
  private final UpstreamConfig config;
  private final Vertx vertx;
  private final HttpClient client;

  Upstream(String name, UpstreamConfig config, Vertx vertx) {
    this.name = name;
    this.config = config;
    this.vertx = vertx;
    this.client = vertx.createHttpClient(options());
  }

  /** Its name in configuration, metrics and documents. */
  public String name() {
    return name;
  }

  /** The name that the service itself goes by. */
  public String service() {
    return name + "-service";
  }

  /** Its settings. */
  public UpstreamConfig config() {
    return config;
  }

  List<String> paths() {
    return config.paths();
  }

  /**
   * A request on an open connection to one of its addresses, of which nothing is sent yet. An
   * address that cannot be reached is passed over for the next; fails where none can.
   */
  public Future<HttpClientRequest> connect(RequestOptions request) {
    Service service = Stork.getInstance().getService(name);
    return Future.fromCompletionStage(
            service.getInstances().subscribeAsCompletionStage(), vertx.getOrCreateContext())
        .compose(instances -> connect(request, service, instances));
  }

  private Future<HttpClientRequest> connect(
      RequestOptions request, Service service, List<ServiceInstance> candidates) {
    ServiceInstance chosen = service.selectInstance(candidates);
    Future<HttpClientRequest> connected = client.request(to(chosen, request));
    return candidates.size() == 1
        ? connected
        : connected.recover(unreachable -> connect(request, service, others(chosen, candidates)));
  }

  private RequestOptions to(ServiceInstance instance, RequestOptions request) {
    return new RequestOptions(request)
        .setHost(instance.getHost())
        .setPort(instance.getPort())
        .setSsl(instance.isSecure())
        .setConnectTimeout(config.connectTimeout().toMillis());
  }

  private static List<ServiceInstance> others(
      ServiceInstance unreachable, List<ServiceInstance> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.getId() != unreachable.getId())
        .toList();
  }

  private HttpClientOptions options() {
    return new HttpClientOptions()
        .setMetricsName(name)
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setMaxPoolSize(config.connections())
        .setMaxWaitQueueSize(MAX_WAITING_FOR_CONNECTION);
  }
}
