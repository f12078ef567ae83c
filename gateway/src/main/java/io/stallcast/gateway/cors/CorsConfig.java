package io.stallcast.gateway.cors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which other origins' pages may call. */
@ConfigMapping(prefix = "stallcast.gateway.cors")
public interface CorsConfig {

  /** Origins such as {@code https://shop.example}; none by default. */
  Optional<Set<String>> origins();

  /** Methods that they may use. */
  @WithDefault("GET,HEAD,POST,PUT,PATCH,DELETE")
  Set<String> methods();

  /** Headers that they may send. */
  @WithDefault(
      "Authorization,Content-Type,If-Match,If-None-Match,Idempotency-Key,Last-Event-ID,"
          + "X-Request-Id,traceparent,tracestate")
  Set<String> requestHeaders();

  /** Headers that they may read. */
  @WithDefault(
      "ETag,Location,Retry-After,Idempotency-Replayed,X-Request-Id,RateLimit-Limit,"
          + "RateLimit-Remaining,RateLimit-Reset")
  Set<String> responseHeaders();

  /** How long browsers need not ask again. */
  @WithDefault("1h")
  Duration maxAge();
}
