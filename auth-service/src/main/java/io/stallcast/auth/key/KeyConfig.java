package io.stallcast.auth.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The life of access tokens and of the keys that sign them. */
@ConfigMapping(prefix = "stallcast.auth.keys")
public interface KeyConfig {
  /** How long an access token is valid. */
  @WithDefault("PT15M")
  Duration tokenLifetime();

  /** How long a key signs. */
  @WithDefault("P30D")
  Duration signingPeriod();

  /** How long a key is published before it signs; more than verifiers keep a key set. */
  @WithDefault("PT6H")
  Duration publishAhead();

  /** How long a key stays published when the next one signs; more than a token's life. */
  @WithDefault("P1D")
  Duration publishAfter();

  /** How often a pod reads the keys, and looks whether one is due; far less than publish-ahead. */
  @WithDefault("PT1M")
  Duration checkEvery();

  /** How long clients may keep the key set. */
  @WithDefault("PT5M")
  Duration maxAge();
}
