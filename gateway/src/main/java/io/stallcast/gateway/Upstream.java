package io.stallcast.gateway;

import io.smallrye.stork.Stork;
import io.smallrye.stork.api.ServiceInstance;
import io.stallcast.gateway.GatewayConfig.UpstreamConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
  private final Map<String, Pod> pods = new ConcurrentHashMap<>();

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

  /** A request on an open connection to a pod, of which nothing is sent yet. */
  public record Line(Pod pod, HttpClientRequest request) {}

  /**
   * A line to one of its pods. One that cannot be reached is passed over for the next; fails where
   * none can.
   */
  public Future<Line> connect(RequestOptions request) {
    return instances().compose(all -> connect(request, all));
  }

  /** The same, but to another pod than {@code failed}, where there is another one. */
  public Future<Line> connectBeside(Pod failed, RequestOptions request) {
    return instances()
        .map(all -> without(failed, all))
        .compose(others -> others.isEmpty() ? connect(request) : connect(request, others));
  }

  /** Whether another pod than this one is well. */
  public boolean isServedBeside(Pod pod) {
    return pods.values().stream().anyMatch(other -> other != pod && other.isWell());
  }

  /** All that there are now. */
  Future<List<Pod>> pods() {
    return instances()
        .map(all -> all.stream().map(this::pod).toList())
        .onSuccess(this::forgetOthers);
  }

  private Future<List<ServiceInstance>> instances() {
    return Future.fromCompletionStage(
        Stork.getInstance().getService(name).getInstances().subscribeAsCompletionStage(),
        vertx.getOrCreateContext());
  }

  private Future<Line> connect(RequestOptions request, List<ServiceInstance> candidates) {
    ServiceInstance chosen =
        Stork.getInstance().getService(name).selectInstance(preferred(candidates));
    Pod pod = pod(chosen);
    Future<Line> connected =
        client.request(to(chosen, request)).map(outbound -> new Line(pod, outbound));
    List<ServiceInstance> others = without(pod, candidates);
    return connected
        .onFailure(failure -> note(pod, failure))
        .recover(unreachable -> others.isEmpty() ? connected : connect(request, others));
  }

  /** Those that are well; all where none is: they may be better than they look. */
  private List<ServiceInstance> preferred(List<ServiceInstance> candidates) {
    List<ServiceInstance> well =
        candidates.stream().filter(candidate -> pod(candidate).isWell()).toList();
    return well.isEmpty() ? candidates : well;
  }

  private static void note(Pod pod, Throwable failure) {
    if (failure instanceof ConnectException) {
      pod.isLost(failure.getMessage());
    }
  }

  private Pod pod(ServiceInstance instance) {
    return pods.computeIfAbsent(
        instance.getHost() + ":" + instance.getPort(),
        address -> new Pod(name, instance.getHost(), instance.getPort()));
  }

  private void forgetOthers(List<Pod> now) {
    pods.values().retainAll(now);
  }

  private RequestOptions to(ServiceInstance instance, RequestOptions request) {
    return new RequestOptions(request)
        .setHost(instance.getHost())
        .setPort(instance.getPort())
        .setSsl(instance.isSecure())
        .setConnectTimeout(config.connectTimeout().toMillis());
  }

  private List<ServiceInstance> without(Pod pod, List<ServiceInstance> candidates) {
    return candidates.stream().filter(candidate -> pod(candidate) != pod).toList();
  }

  private HttpClientOptions options() {
    return new HttpClientOptions()
        .setMetricsName(name)
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setMaxPoolSize(config.connections())
        .setMaxWaitQueueSize(MAX_WAITING_FOR_CONNECTION);
  }
}
