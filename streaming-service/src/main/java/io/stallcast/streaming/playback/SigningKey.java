package io.stallcast.streaming.playback;

import io.stallcast.platform.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret that all pods sign and check playback tokens with. */
@Singleton
class SigningKey implements StartupCheck {
  private static final int SHORTEST = 32;
  private static final String COMPLAINT =
      "stallcast.streaming.playback.signing-key must be at least 32 random characters, the same on"
          + " every pod (make some with: openssl rand -base64 32): it signs the playback tokens.";

  private final Optional<String> secret;

  SigningKey(PlaybackConfig config) {
    secret = config.signingKey().filter(key -> key.length() >= SHORTEST);
  }

  @Override
  public Optional<String> complaint() {
    return secret.isPresent() ? Optional.empty() : Optional.of(COMPLAINT);
  }

  SecretKey get() {
    return new SecretKeySpec(secret.orElseThrow().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }
}
