package io.stallcast.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Resolves the identity on public resources, where lazy authentication would leave it unresolved
 * and an event loop may not wait for it. Protected resources have theirs by now.
 */
public class OptionalAuthentication {
  private static final SecurityIdentity ANONYMOUS =
      QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private final CurrentIdentityAssociation association;
  private final RefusedToken refused;

  OptionalAuthentication(CurrentIdentityAssociation association, RefusedToken refused) {
    this.association = association;
    this.refused = refused;
  }

  /** Called by the framework before each resource method. */
  @ServerRequestFilter
  public Uni<Void> resolve() {
    return association
        .getDeferredIdentity()
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(this::anonymous)
        .invoke(association::setIdentity)
        .replaceWithVoid();
  }

  private SecurityIdentity anonymous(Throwable failure) {
    refused.remember((AuthenticationFailedException) failure);
    return ANONYMOUS;
  }
}
