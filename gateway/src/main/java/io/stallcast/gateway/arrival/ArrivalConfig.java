package io.stallcast.gateway.arrival;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whom the edge believes, and what it tells browsers. */
@ConfigMapping(prefix = "stallcast.gateway.arrival")
public interface ArrivalConfig {

  /**
   * Networks ({@code 10.0.0.0/8}) or addresses of proxies in front of the gateway; none by default.
   */
  Optional<List<String>> trustedProxies();

  /** The longest request target, in bytes; the server itself refuses what is over twice that. */
  @WithDefault("8K")
  MemorySize maxTarget();

  /** The most of all headers' names and values together; the server refuses twice that. */
  @WithDefault("16K")
  MemorySize maxHeaders();

  /** How many headers there may be. */
  @WithDefault("100")
  int maxHeaderCount();

  /** How long the head of a connection's first request may take to come. */
  @WithDefault("10s")
  Duration headTimeout();

  /** How long a connection may be without a request, until the next one's head has come. */
  @WithDefault("75s")
  Duration keepAlive();

  /** How long browsers remember to come by HTTPS only; sent where they came so. */
  @WithDefault("365d")
  Duration strictTransport();

  /** {@code Content-Security-Policy} of what services answer: it is data, not a page. */
  @WithDefault("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
  String dataPolicy();

  /** {@code Content-Security-Policy} of the gateway's own pages. */
  @WithDefault(
      "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none';"
          + " base-uri 'self'; form-action 'self'")
  String pagePolicy();

  /** {@code Content-Security-Policy} of the Swagger UI, which brings scripts within its page. */
  @WithDefault(
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'")
  String documentPolicy();
}
