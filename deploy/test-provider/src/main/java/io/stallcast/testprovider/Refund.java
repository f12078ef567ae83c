package io.stallcast.testprovider;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** Money of a charge that was given back. */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Refund(String id, String idempotencyKey, long amount, Instant createdAt) {}
