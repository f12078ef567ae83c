package io.stallcast.auth.session;

import io.stallcast.auth.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A refresh token in clear, as only its owner has it.
 *
 * @param value 256 bits in base64url
 */
record RefreshToken(String value) {
  private static final int BYTES = 32;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** The first of a family. {@code random} must be cryptographically strong. */
  static RefreshToken first(RandomGenerator random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new RefreshToken(ENCODER.encodeToString(bits));
  }

  /** The token that replaces this one: always the same, and unknown to who lacks the key. */
  RefreshToken successor(byte[] key) {
    return new RefreshToken(
        ENCODER.encodeToString(Secrets.hmac(key, value.getBytes(StandardCharsets.UTF_8))));
  }

  /** What the database knows of it. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return ENCODER.encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[...]";
  }
}
