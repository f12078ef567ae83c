package io.stallcast.testprovider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the test provider. */
@ConfigMapping(prefix = "stallcast.test-provider")
public interface ProviderConfig {
  /** What callers of {@code /v1} send as bearer token. */
  @WithDefault("sk_test_stallcast")
  String apiKey();

  /** Folder of the charges; made where it is missing. */
  @WithDefault("target/test-provider")
  Path data();

  /** Where browsers reach this process; challenges are linked below it. */
  @WithDefault("http://localhost:${quarkus.http.port}")
  URI publicUrl();

  /** How long {@code tok_slow} takes. */
  @WithDefault("5s")
  Duration slowness();

  Webhook webhook();

  /** Calls to the merchant about its charges. */
  interface Webhook {
    /** Where to; without it none are sent. */
    Optional<URI> url();

    /** Key of the HMAC in {@code webhook-signature}. */
    @WithDefault("whsec_test_stallcast")
    String secret();

    /** After which a call without answer has failed. */
    @WithDefault("5s")
    Duration timeout();

    /** Wait after the first failed call; doubled by each further one. */
    @WithDefault("1s")
    Duration backoff();

    /** Calls after which a webhook is given up. */
    @WithDefault("10")
    int attempts();
  }
}
