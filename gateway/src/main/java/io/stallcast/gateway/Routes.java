package io.stallcast.gateway;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which paths lead where. Immutable. */
@Singleton
public class Routes {
  private static final List<String> RESERVED = List.of("/api", "/ws", "/live", "/.well-known");
  private static final String FRAMEWORK = "/q";

  private final List<Route> routes;
  private final List<Route> shared;
  private final List<String> internal;

  Routes(GatewayConfig config, Upstreams upstreams) {
    this.routes =
        upstreams.all().stream()
            .flatMap(upstream -> upstream.paths().stream().map(path -> new Route(path, upstream)))
            .sorted(Comparator.comparingInt((Route route) -> route.prefix().length()).reversed())
            .toList();
    List<Upstream> sharing =
        upstreams.all().stream().filter(upstream -> upstream.config().sharing()).toList();
    this.shared = config.sharedPaths().stream().map(path -> new Route(path, sharing)).toList();
    this.internal = config.internalPaths();
  }

  /** The route of {@code path}; empty where no upstream answers it, or only to other services. */
  public Optional<Route> find(CanonicalPath path) {
    return isInternal(path)
        ? Optional.empty()
        : shared(path)
            .or(() -> routes.stream().filter(route -> path.isUnder(route.prefix())).findFirst());
  }

  private Optional<Route> shared(CanonicalPath path) {
    return shared.stream().filter(route -> path.isUnder(route.prefix())).findFirst();
  }

  /** Whether {@code path} is kept for upstreams, so that no page of the gateway may answer it. */
  public boolean isReserved(CanonicalPath path) {
    return RESERVED.stream().anyMatch(path::isUnder);
  }

  /** Whether {@code path} is what the framework serves about this process. */
  public boolean isOfFramework(CanonicalPath path) {
    return path.isUnder(FRAMEWORK);
  }

  private boolean isInternal(CanonicalPath path) {
    return internal.stream().anyMatch(path::isUnder);
  }
}
