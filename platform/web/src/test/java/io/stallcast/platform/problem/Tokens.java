package io.stallcast.platform.problem;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Access tokens as auth-service would sign them, and as others would. */
public final class Tokens {
  static final KeyPair OURS = pair();
  private static final KeyPair THEIRS = pair();

  private Tokens() {}

  /** A valid token. */
  public static String of(UUID user, String... roles) {
    return sign(user.toString(), Instant.now().plusSeconds(60), OURS, roles);
  }

  static String of(String subject, String... roles) {
    return sign(subject, Instant.now().plusSeconds(60), OURS, roles);
  }

  static String expired(UUID user) {
    return sign(user.toString(), Instant.now().minusSeconds(60), OURS);
  }

  static String forged(UUID user, String... roles) {
    return sign(user.toString(), Instant.now().plusSeconds(60), THEIRS, roles);
  }

  private static String sign(String subject, Instant expiry, KeyPair keys, String... roles) {
    return Jwt.issuer("https://stallcast.local")
        .subject(subject)
        .groups(Set.of(roles))
        .issuedAt(expiry.minusSeconds(120))
        .expiresAt(expiry)
        .jws()
        .keyId("test")
        .algorithm(SignatureAlgorithm.RS256)
        .sign(keys.getPrivate());
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
