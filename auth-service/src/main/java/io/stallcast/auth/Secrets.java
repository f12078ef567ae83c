package io.stallcast.auth;

import io.stallcast.platform.startup.StartupCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives one key for each purpose from the one secret that an operator has to keep. */
@ApplicationScoped
public class Secrets implements StartupCheck {
  private static final int SHORTEST = 32;
  private static final String COMPLAINT =
      "stallcast.auth.encryption-key must be at least 32 random characters, the same on every pod"
          + " (make some with: openssl rand -base64 32): it seals the signing keys in the database.";

  private final Optional<String> secret;

  Secrets(AuthConfig config) {
    secret = config.encryptionKey().filter(key -> key.length() >= SHORTEST);
  }

  @Override
  public Optional<String> complaint() {
    return secret.isPresent() ? Optional.empty() : Optional.of(COMPLAINT);
  }

  /** 256 bits for {@code purpose}: always the same ones, and unrelated to those of another. */
  public byte[] keyFor(String purpose) {
    return hmac(
        secret.orElseThrow().getBytes(StandardCharsets.UTF_8),
        purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA256 of {@code message}. */
  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
