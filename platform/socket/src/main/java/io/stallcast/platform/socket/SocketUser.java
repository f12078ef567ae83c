package io.stallcast.platform.socket;

import io.quarkus.security.identity.SecurityIdentity;
import io.stallcast.platform.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The account that a socket belongs to, as its access token says.
 *
 * @param expires when the token does
 */
public record SocketUser(UUID id, Instant expires) {

  /** Empty for whoever is no account: anonymous, or a service. */
  static Optional<SocketUser> of(SecurityIdentity identity) {
    return identity != null
            && identity.getPrincipal() instanceof JsonWebToken token
            && !identity.hasRole(Role.SERVICE)
        ? of(token)
        : Optional.empty();
  }

  private static Optional<SocketUser> of(JsonWebToken token) {
    try {
      return Optional.of(
          new SocketUser(
              UUID.fromString(token.getSubject()),
              Instant.ofEpochSecond(token.getExpirationTime())));
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
