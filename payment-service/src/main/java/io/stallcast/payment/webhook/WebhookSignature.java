package io.stallcast.payment.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: HMAC-SHA256 over {@code id.timestamp.body}, of which there may be
 * several while keys rotate.
 *
 * @param id the webhook's identity
 * @param timestamp seconds since 1970 at which it was sent
 * @param signatures {@code v1,<base64>}, several apart by a blank
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks</a>
 */
record WebhookSignature(String id, String timestamp, String signatures) {
  private static final String ALGORITHM = "HmacSHA256";

  boolean covers(String body, String secret, Instant now, Duration tolerance) {
    if (id == null || timestamp == null || signatures == null || body == null) {
      return false;
    }
    return isRecent(now, tolerance) && isBy(secret, id + "." + timestamp + "." + body);
  }

  private boolean isRecent(Instant now, Duration tolerance) {
    try {
      var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(sentAt, now).abs().compareTo(tolerance) <= 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean isBy(String secret, String content) {
    var expected = ("v1," + hmac(secret, content)).getBytes(StandardCharsets.UTF_8);
    return Arrays.stream(signatures.split(" "))
        .map(signature -> signature.getBytes(StandardCharsets.UTF_8))
        .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
  }

  private static String hmac(String secret, String content) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
