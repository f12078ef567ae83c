package io.stallcast.auth.client;

import io.stallcast.platform.startup.StartupCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows which services have which secret. */
@ApplicationScoped
class ServiceClients implements StartupCheck {
  private static final int SHORTEST = 16;
  private static final byte[] NOBODYS = new byte[32];

  private final Map<String, ClientConfig.Client> clients;

  ServiceClients(ClientConfig config) {
    clients = config.all();
  }

  @Override
  public Optional<String> complaint() {
    String tooShort =
        clients.entrySet().stream()
            .filter(client -> client.getValue().secret().length() < SHORTEST)
            .map(client -> "stallcast.auth.clients." + client.getKey() + ".secret")
            .sorted()
            .collect(Collectors.joining(", "));
    return tooShort.isEmpty()
        ? Optional.empty()
        : Optional.of(tooShort + " must be at least 16 random characters.");
  }

  /** Whether that client has that secret; takes as long for an unknown client. */
  boolean accepts(String id, String secret) {
    byte[] expected =
        Optional.ofNullable(clients.get(id)).map(client -> digest(client.secret())).orElse(NOBODYS);
    return MessageDigest.isEqual(expected, digest(secret));
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
