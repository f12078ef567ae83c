package io.stallcast.testprovider.charging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ChargeStatus;
import io.stallcast.testprovider.ProviderException;
import io.stallcast.testprovider.TestCard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be charged.
 *
 * @param amount minor units, above zero
 * @param currency ISO 4217
 * @param token names a {@link TestCard}
 * @param metadata the merchant's own; may be null
 */
@RegisterForReflection
public record ChargeRequest(
    long amount, String currency, String token, Map<String, String> metadata) {

  public ChargeRequest {
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
  }

  void check() {
    if (amount <= 0 || currency == null || !currency.matches("[A-Z]{3}")) {
      throw new ProviderException(422, "invalid_amount", "Not an amount of money.");
    }
  }

  TestCard card() {
    return TestCard.of(token);
  }

  Charge toCharge(String id, String key, URI challenges, Instant now) {
    var status = card().firstStatus();
    var challenged = status == ChargeStatus.REQUIRES_CHALLENGE;
    return new Charge(
        id,
        key,
        status,
        amount,
        currency,
        card().failureCode(),
        challenged ? challenges + "/challenges/" + id : null,
        List.of(),
        metadata,
        now);
  }

  String fingerprint() {
    var canonical = amount + "\n" + currency + "\n" + token + "\n" + new TreeMap<>(metadata);
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(hash.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
