package io.stallcast.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.stallcast.gateway.GatewayConfig.ProbeConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks every pod all the time whether it is ready. One that hangs is found out so before clients
 * have waited for it, one that is about to stop before it does, and one that is back is noticed
 * without a client's request for a trial. Its connections are its own: those for requests may all
 * be in use.
 */
@Singleton
class PodWatch {
  private static final int SERVER_ERROR = 500;

  private final Upstreams upstreams;
  private final ProbeConfig config;
  private final Vertx vertx;
  private final MeterRegistry meters;
  private final HttpClient client;
  private final Map<Pod, Integer> misses = new ConcurrentHashMap<>();

  PodWatch(Upstreams upstreams, GatewayConfig config, Vertx vertx, MeterRegistry meters) {
    this.upstreams = upstreams;
    this.config = config.probes();
    this.vertx = vertx;
    this.meters = meters;
    this.client = vertx.createHttpClient(options());
  }

  private static HttpClientOptions options() {
    return new HttpClientOptions()
        .setMaxPoolSize(1)
        .setMetricsName("probes")
        .setTracingPolicy(TracingPolicy.IGNORE);
  }

  void begin(@Observes StartupEvent started) {
    upstreams.all().forEach(upstream -> next(upstream, Map.of()));
  }

  /** Probes of an upstream's pods, again and again; one at a time for each pod. */
  private void next(Upstream upstream, Map<Pod, Future<Void>> running) {
    vertx.setTimer(
        config.interval().toMillis(),
        tick ->
            upstream
                .pods()
                .map(pods -> probed(pods, running))
                .otherwise(running)
                .onSuccess(now -> next(upstream, now)));
  }

  private Map<Pod, Future<Void>> probed(Iterable<Pod> pods, Map<Pod, Future<Void>> running) {
    Map<Pod, Future<Void>> now = new ConcurrentHashMap<>();
    for (Pod pod : pods) {
      Future<Void> last = running.getOrDefault(pod, Future.succeededFuture());
      now.put(pod, last.isComplete() ? probe(pod) : last);
    }
    return now;
  }

  private Future<Void> probe(Pod pod) {
    misses.computeIfAbsent(pod, this::measured);
    return client
        .request(question(pod))
        .compose(HttpClientRequest::send)
        .compose(answer -> answer.end().map(answer.statusCode()))
        .onSuccess(status -> hear(pod, status))
        .onFailure(failure -> miss(pod, failure))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private RequestOptions question(Pod pod) {
    return new RequestOptions()
        .setHost(pod.host())
        .setPort(pod.port())
        .setURI(config.path())
        .setConnectTimeout(config.timeout().toMillis())
        .setTimeout(config.timeout().toMillis());
  }

  private void hear(Pod pod, int status) {
    misses.put(pod, 0);
    if (status < SERVER_ERROR) {
      pod.isBack();
    } else {
      pod.isLost("it is not ready");
    }
  }

  /** Who is busy may be late now and then; where nobody listens there is nothing to wait for. */
  private void miss(Pod pod, Throwable failure) {
    int missed = misses.merge(pod, 1, Integer::sum);
    if (failure instanceof ConnectException || missed >= config.misses()) {
      pod.isLost(failure.getMessage());
    }
  }

  private int measured(Pod pod) {
    Tags tags = Tags.of("upstream", pod.upstream(), "pod", pod.address());
    meters.gauge("gateway.pod.well", tags, pod, seen -> seen.isWell() ? 1 : 0);
    return 0;
  }
}
