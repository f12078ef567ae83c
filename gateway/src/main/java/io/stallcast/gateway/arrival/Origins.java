package io.stallcast.gateway.arrival;

import io.stallcast.gateway.Exchange.Origin;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Finds out where a request comes from. */
@Singleton
class Origins {
  private final TrustedProxies proxies;

  Origins(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  Origin of(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    return proxies.include(peer) ? asToldBy(peer, request) : asSeen(peer, request);
  }

  private static Origin asSeen(String peer, HttpServerRequest request) {
    return new Origin(peer, scheme(request), request.authority().toString());
  }

  private Origin asToldBy(String proxy, HttpServerRequest request) {
    boolean https = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    return new Origin(
        client(chain(proxy, request)),
        https ? "https" : scheme(request),
        Objects.requireNonNullElse(
            request.getHeader("X-Forwarded-Host"), request.authority().toString()));
  }

  private static List<String> chain(String proxy, HttpServerRequest request) {
    List<String> chain = new ArrayList<>();
    request.headers().getAll("X-Forwarded-For").stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .forEach(chain::add);
    chain.add(proxy);
    return chain;
  }

  /**
   * The last address that no trusted proxy has: what stands before it, anybody may have written.
   */
  private String client(List<String> chain) {
    String last = chain.getLast();
    for (String address : chain.reversed()) {
      if (!TrustedProxies.isAddress(address)) {
        return last;
      }
      last = address;
      if (!proxies.include(address)) {
        return address;
      }
    }
    return last;
  }

  private static String scheme(HttpServerRequest request) {
    return request.isSSL() ? "https" : "http";
  }
}
