package io.stallcast.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The account behind the current request. Safe on an event loop: the token has been verified before
 * a resource method runs.
 */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final RefusedToken refused;

  Caller(SecurityIdentity identity, RefusedToken refused) {
    this.identity = identity;
    this.refused = refused;
  }

  /**
   * The account's id.
   *
   * @throws ProblemException 401 where the caller is anonymous; 403 where it is known, but not an
   *     account
   */
  public UUID id() {
    return maybeId().orElseThrow(this::notAnAccount);
  }

  /**
   * The account's id; empty where the caller is anonymous, or a service.
   *
   * @throws ProblemException 401 where a token was sent that is not valid
   */
  public Optional<UUID> maybeId() {
    refused.throwIfSo();
    return identity.getPrincipal() instanceof JsonWebToken token && !identity.hasRole(Role.SERVICE)
        ? parse(token.getSubject())
        : Optional.empty();
  }

  /**
   * The verified token itself, to ask another service in the caller's name; empty where the caller
   * is anonymous.
   *
   * @throws ProblemException 401 where a token was sent that is not valid
   */
  public Optional<String> token() {
    refused.throwIfSo();
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.getRawToken())
        : Optional.empty();
  }

  private ProblemException notAnAccount() {
    return identity.isAnonymous()
        ? new ProblemException(StandardProblem.UNAUTHENTICATED, "Sign in first.")
        : new ProblemException(StandardProblem.FORBIDDEN, "This is for accounts of people.");
  }

  /**
   * Whether the caller has {@code role}, one of {@link Role}; false where anonymous.
   *
   * @throws ProblemException 401 where a token was sent that is not valid
   */
  public boolean has(String role) {
    refused.throwIfSo();
    return identity.hasRole(role);
  }

  private static Optional<UUID> parse(String subject) {
    try {
      return Optional.ofNullable(subject).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
