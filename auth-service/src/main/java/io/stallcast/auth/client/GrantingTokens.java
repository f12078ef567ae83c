package io.stallcast.auth.client;

import io.stallcast.auth.AccessTokens;
import io.stallcast.auth.AuthProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives a service its token. */
@ApplicationScoped
class GrantingTokens {
  private static final String CLIENT_CREDENTIALS = "client_credentials";

  private final ServiceClients clients;
  private final AccessTokens accessTokens;

  GrantingTokens(ServiceClients clients, AccessTokens accessTokens) {
    this.clients = clients;
    this.accessTokens = accessTokens;
  }

  ServiceToken grant(String grantType, Optional<ClientCredentials> credentials) {
    if (!CLIENT_CREDENTIALS.equals(grantType)) {
      throw AuthProblem.UNSUPPORTED_GRANT_TYPE.exception();
    }
    return credentials
        .filter(known -> clients.accepts(known.id(), known.secret()))
        .map(known -> ServiceToken.of(accessTokens.issueForService(known.id())))
        .orElseThrow(AuthProblem.INVALID_CLIENT::exception);
  }
}
