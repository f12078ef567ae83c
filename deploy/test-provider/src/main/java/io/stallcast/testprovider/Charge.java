package io.stallcast.testprovider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Money that a merchant wants from a card, and what became of it.
 *
 * @param idempotencyKey the merchant's name for it
 * @param amount minor units; 0 where the key was closed before it was used
 * @param currency ISO 4217; null where the key was closed before it was used
 * @param failureCode why it failed; null otherwise
 * @param challengeUrl where the cardholder confirms it; null where that is not asked for
 * @param metadata the merchant's own, given back as it came
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Charge(
    String id,
    String idempotencyKey,
    ChargeStatus status,
    long amount,
    String currency,
    String failureCode,
    String challengeUrl,
    List<Refund> refunds,
    Map<String, String> metadata,
    Instant createdAt) {

  /** A charge that never was: its key can no longer be charged. */
  public static Charge closed(String id, String idempotencyKey, Instant now) {
    return new Charge(
        id, idempotencyKey, ChargeStatus.CANCELLED, 0, null, null, null, List.of(), Map.of(), now);
  }

  public Charge with(ChargeStatus newStatus, String newFailureCode) {
    return new Charge(
        id,
        idempotencyKey,
        newStatus,
        amount,
        currency,
        newFailureCode,
        challengeUrl,
        refunds,
        metadata,
        createdAt);
  }

  public Charge with(Refund refund) {
    return new Charge(
        id,
        idempotencyKey,
        status,
        amount,
        currency,
        failureCode,
        challengeUrl,
        Stream.concat(refunds.stream(), Stream.of(refund)).toList(),
        metadata,
        createdAt);
  }

  /** What refunds can still give back. */
  @JsonIgnore
  public long refundable() {
    return status == ChargeStatus.SUCCEEDED
        ? amount - refunds.stream().mapToLong(Refund::amount).sum()
        : 0;
  }
}
