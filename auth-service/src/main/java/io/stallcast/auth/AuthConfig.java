package io.stallcast.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Settings of the service as a whole. */
@ConfigMapping(prefix = "stallcast.auth")
public interface AuthConfig {
  /** The {@code iss} of every token; what verifiers compare with. */
  @WithDefault("https://stallcast.local")
  String issuer();

  /** The origin under which clients reach the endpoints that discovery names: the gateway's. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /** Where other services find this one; named here as it shares the prefix, not used. */
  Optional<String> url();

  /** Roles that accounts may take by themselves; none by default. */
  Optional<Set<String>> selfServiceRoles();

  /**
   * The secret from which the keys are derived that seal signing keys and make refresh tokens; at
   * least 32 characters, the same on every pod. Without it the service does not start.
   */
  Optional<String> encryptionKey();
}
