package io.stallcast.platform.socket;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.inject.Singleton;

/**
 * Verifies tokens as the framework does, but answers nobody: asked in its own way, it would refuse
 * a handshake by itself.
 */
@Singleton
class Tokens {
  private final IdentityProviderManager identities;

  Tokens(IdentityProviderManager identities) {
    this.identities = identities;
  }

  /** Whose token it is; fails with a 401 problem where it is not valid. */
  Uni<SocketUser> verify(String token) {
    return identities
        .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)))
        .onFailure(AuthenticationFailedException.class)
        .transform(refused -> invalid())
        .map(identity -> SocketUser.of(identity).orElseThrow(Tokens::invalid));
  }

  private static ProblemException invalid() {
    return new ProblemException(StandardProblem.UNAUTHENTICATED, "The token is not valid.");
  }
}
