package io.stallcast.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as auth-service issues them. */
public final class TestTokens {
  private static final long LIFETIME = 900;

  /** To sign takes longer than most of what a token is for; they outlive the tests of a module. */
  private static final Map<Owner, String> ISSUED = new ConcurrentHashMap<>();

  private TestTokens() {}

  private record Owner(UUID userId, Set<String> roles) {}

  /** A valid token of a user with these roles. */
  public static String of(UUID userId, String... roles) {
    return ISSUED.computeIfAbsent(
        new Owner(userId, Set.of(roles)),
        owner -> sign(userId, Instant.now(), TestKeys.signing().getPrivate(), roles));
  }

  /** A token whose time ended an hour ago. */
  public static String expired(UUID userId, String... roles) {
    return sign(
        userId,
        Instant.now().minusSeconds(LIFETIME + 3600),
        TestKeys.signing().getPrivate(),
        roles);
  }

  /** A token that names the right key and is signed by another one. */
  public static String forged(UUID userId, String... roles) {
    return sign(userId, Instant.now(), TestKeys.generate().getPrivate(), roles);
  }

  /** The keys that verify them, as an issuer publishes its own: a JSON Web Key Set. */
  public static String keys() {
    return TestKeys.jwks();
  }

  private static String sign(UUID userId, Instant issuedAt, PrivateKey key, String... roles) {
    return Jwt.issuer(issuer())
        .subject(userId.toString())
        .upn(userId.toString())
        .groups(Set.of(roles))
        .issuedAt(issuedAt)
        .expiresAt(issuedAt.plusSeconds(LIFETIME))
        .jws()
        .keyId(TestKeys.KEY_ID)
        .sign(key);
  }

  private static String issuer() {
    return ConfigProvider.getConfig()
        .getOptionalValue("stallcast.identity.issuer", String.class)
        .orElse("https://stallcast.local");
  }
}
