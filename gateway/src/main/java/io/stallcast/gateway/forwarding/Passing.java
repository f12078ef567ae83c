package io.stallcast.gateway.forwarding;

import io.stallcast.gateway.Exchange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers pass the edge, in and out. */
@Singleton
class Passing {
  private static final List<String> HOP_BY_HOP =
      List.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Connection",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "TE",
          "Trailer",
          "Upgrade",
          "HTTP2-Settings");

  // what only proxies may say, what changes a request's meaning, and what tracing sets anew
  private static final Set<String> NOT_FOR_CLIENTS =
      Set.of(
          "forwarded",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "expect",
          "traceparent",
          "tracestate",
          "baggage");
  private static final List<String> PREFIXES_NOT_FOR_CLIENTS =
      List.of("x-forwarded-", "x-original-", "x-rewrite-", "x-internal-", "x-stallcast-");
  private static final String CORS_PREFIX = "access-control-";

  /** Makes a client's headers those of the gateway's own request. */
  void inward(MultiMap headers, Exchange exchange, HttpServerRequest request) {
    removeHopByHop(headers);
    headers.names().stream().filter(Passing::isNotForClients).toList().forEach(headers::remove);
    headers.set("X-Request-Id", exchange.id());
    headers.set("X-Forwarded-For", exchange.origin().client());
    headers.set("X-Forwarded-Proto", exchange.origin().scheme());
    headers.set("X-Forwarded-Host", exchange.origin().host());
    headers.set("X-Forwarded-Port", Integer.toString(port(exchange, request)));
  }

  /** Leaves out of an answer what belongs to one connection, or is for the edge to say. */
  void outward(MultiMap headers) {
    removeHopByHop(headers);
    headers.names().stream()
        .filter(name -> lower(name).startsWith(CORS_PREFIX))
        .toList()
        .forEach(headers::remove);
    headers.remove("Server");
  }

  private static void removeHopByHop(MultiMap headers) {
    List<String> named =
        headers.getAll("Connection").stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    named.forEach(headers::remove);
    HOP_BY_HOP.forEach(headers::remove);
  }

  private static boolean isNotForClients(String name) {
    String lower = lower(name);
    return NOT_FOR_CLIENTS.contains(lower)
        || PREFIXES_NOT_FOR_CLIENTS.stream().anyMatch(lower::startsWith);
  }

  private static int port(Exchange exchange, HttpServerRequest request) {
    int named = request.authority().port();
    int usual = exchange.origin().isSecure() ? 443 : 80;
    return named > 0 ? named : usual;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
