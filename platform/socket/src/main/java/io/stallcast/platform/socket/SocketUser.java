package io.stallcast.platform.socket;

import io.quarkus.security.identity.SecurityIdentity;
import io.stallcast.platform.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The account that a socket belongs to, as its access token says.
 *
 * @param name what others see; empty where the token has none
 * @param roles of {@link Role}
 * @param expires when the token does
 */
public record SocketUser(UUID id, String name, Set<String> roles, Instant expires) {
  private static final String NAME = "name";

  /** Takes a copy of the roles. */
  public SocketUser {
    roles = Set.copyOf(roles);
  }

  /** Whether the token carries the role, one of {@link Role}. */
  public boolean has(String role) {
    return roles.contains(role);
  }

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
              token.<String>claim(NAME).orElse(""),
              token.getGroups(),
              Instant.ofEpochSecond(token.getExpirationTime())));
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
