package io.stallcast.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stallcast.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A request that a client may repeat.
 *
 * @param caller whose key it is
 * @param route what the key is for, such as {@code POST /orders}
 * @param key the client's; 1 to 200 visible ASCII characters
 * @param bodyHash SHA-256 of the canonical body, in hex
 */
public record IdempotentRequest(UUID caller, String route, String key, String bodyHash) {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /**
   * @param key the Idempotency-Key header, null where it is absent
   * @param body the request as it was read: its properties are put in order before it is hashed
   * @throws ProblemException if the key is absent or malformed
   */
  public static IdempotentRequest of(UUID caller, String route, String key, Object body) {
    if (key == null || key.isBlank()) {
      throw new ProblemException(
          IdempotencyProblem.IDEMPOTENCY_KEY_REQUIRED,
          "Send an Idempotency-Key header: a value of your own, the same for each retry.");
    }
    if (!key.matches("[\\x21-\\x7E]{1,200}")) {
      throw new ProblemException(
          IdempotencyProblem.IDEMPOTENCY_KEY_INVALID,
          "The Idempotency-Key takes 1 to 200 visible ASCII characters.");
    }
    return new IdempotentRequest(caller, route, key, hash(body));
  }

  private static String hash(Object body) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var json = CANONICAL.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(json));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("body cannot be hashed", e);
    }
  }
}
