package io.stallcast.gateway.document;

import io.stallcast.gateway.CanonicalPath;
import io.stallcast.gateway.Routes;
import io.stallcast.gateway.Upstream;
import io.stallcast.gateway.Upstreams;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the document of all services, and puts it together anew when it is asked for and too old;
 * all who ask meanwhile wait for the same one. Safe for use by several threads.
 */
@Singleton
class ApiDocuments {
  private final List<Upstream> upstreams;
  private final Routes routes;
  private final ServiceDocuments services;
  private final DocumentConfig config;
  private final Clock clock;

  private Future<ApiDocument> latest = Future.failedFuture("none yet");
  private volatile Instant fresh = Instant.MIN;

  ApiDocuments(
      Upstreams upstreams,
      Routes routes,
      ServiceDocuments services,
      DocumentConfig config,
      Clock clock) {
    this.upstreams =
        upstreams.all().stream().filter(upstream -> upstream.config().documented()).toList();
    this.routes = routes;
    this.services = services;
    this.config = config;
    this.clock = clock;
  }

  synchronized Future<ApiDocument> latest() {
    if (latest.isComplete() && !clock.instant().isBefore(fresh)) {
      latest = compile().onSuccess(this::keep);
    }
    return latest;
  }

  private void keep(ApiDocument document) {
    Duration time = document.missing().isEmpty() ? config.keepWhole() : config.keepPartial();
    fresh = clock.instant().plus(time);
  }

  private Future<ApiDocument> compile() {
    List<Future<ServiceDocument>> answers = upstreams.stream().map(services::of).toList();
    return Future.join(answers).transform(done -> Future.succeededFuture(compile(answers)));
  }

  private ApiDocument compile(List<Future<ServiceDocument>> answers) {
    List<ServiceDocument> parts =
        answers.stream().filter(Future::succeeded).map(Future::result).toList();
    List<String> missing =
        IntStream.range(0, answers.size())
            .filter(i -> answers.get(i).failed())
            .mapToObj(i -> upstreams.get(i).name())
            .toList();
    return ApiDocument.of(parts, missing, this::isReachable);
  }

  private boolean isReachable(String service, String path) {
    return CanonicalPath.of(path)
        .flatMap(routes::find)
        .filter(route -> route.leadsTo(service))
        .isPresent();
  }
}
