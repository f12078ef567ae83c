package io.stallcast.streaming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What a creator's encoder shows to broadcast into a stream; in clear only where it is made.
 *
 * @param value 192 bits in base64url behind a prefix by which scanners for leaks know it
 */
public record StreamKey(String value) {
  private static final String PREFIX = "live_";
  private static final int BYTES = 24;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** A new one. {@code random} must be cryptographically strong. */
  public static StreamKey make(RandomGenerator random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new StreamKey(PREFIX + ENCODER.encodeToString(bits));
  }

  /** What the database knows of it: nobody guesses 192 bits, so it needs no salt. */
  public String hash() {
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
    return "StreamKey[...]";
  }
}
