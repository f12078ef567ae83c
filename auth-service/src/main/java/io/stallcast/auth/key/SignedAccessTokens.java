package io.stallcast.auth.key;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.stallcast.auth.AccessToken;
import io.stallcast.auth.AccessTokens;
import io.stallcast.auth.Account;
import io.stallcast.auth.AuthConfig;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Access tokens signed with the current key. */
@ApplicationScoped
class SignedAccessTokens implements AccessTokens {
  private final CurrentKeys keys;
  private final AuthConfig auth;
  private final KeyConfig config;
  private final Clock clock;

  SignedAccessTokens(CurrentKeys keys, AuthConfig auth, KeyConfig config, Clock clock) {
    this.keys = keys;
    this.auth = auth;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public AccessToken issue(Account account, UUID session) {
    return sign(
        account.id(),
        account.roles(),
        Jwt.claims().claim("name", account.displayName()).claim("sid", session.toString()));
  }

  @Override
  public AccessToken issueForService(String clientId) {
    UUID id = UUID.nameUUIDFromBytes(("client:" + clientId).getBytes(StandardCharsets.UTF_8));
    return sign(id, Set.of(Role.SERVICE), Jwt.claims().claim("client_id", clientId));
  }

  private AccessToken sign(UUID subject, Set<String> roles, JwtClaimsBuilder claims) {
    Instant now = clock.instant();
    SigningKey key = keys.ring().signing(now);
    String token =
        claims
            .issuer(auth.issuer())
            .subject(subject.toString())
            .groups(roles)
            .issuedAt(now)
            .expiresAt(now.plus(config.tokenLifetime()))
            .claim("jti", Identifiers.next().toString())
            .jws()
            .keyId(key.kid())
            .algorithm(SignatureAlgorithm.RS256)
            .sign(key.privateKey().orElseThrow());
    return new AccessToken(token, config.tokenLifetime());
  }
}
