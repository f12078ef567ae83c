package io.stallcast.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How tokens are looked at. */
@ConfigMapping(prefix = "stallcast.gateway.token")
public interface TokenConfig {

  /** Where the issuer publishes its keys. */
  @WithDefault("${mp.jwt.verify.publickey.location}")
  String keys();

  /** How long the issuer may take to send them. */
  @WithDefault("2s")
  Duration keysTimeout();

  /** How often the issuer is asked, at most, whether it knows a key that is not known here. */
  @WithDefault("5s")
  Duration keysInterval();

  /** How many verified tokens are remembered. */
  @WithDefault("20000")
  long remembered();

  /**
   * Paths where a token does not matter: one that has expired must not stand in the way of a new
   * one.
   */
  @WithDefault(
      "/api/v1/auth/login,/api/v1/auth/register,/api/v1/auth/refresh,/api/v1/auth/logout,"
          + "/.well-known")
  List<String> ignoredPaths();
}
