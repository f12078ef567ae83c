package io.stallcast.gateway.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the document is put together. */
@ConfigMapping(prefix = "stallcast.gateway.document")
public interface DocumentConfig {

  /** Where each service describes itself, as JSON. */
  @WithDefault("/q/openapi?format=json")
  String path();

  /** How long a service may take. */
  @WithDefault("2s")
  Duration timeout();

  /** How long a whole document is kept. */
  @WithDefault("1m")
  Duration keepWhole();

  /** How long one with parts missing is kept. */
  @WithDefault("5s")
  Duration keepPartial();
}
