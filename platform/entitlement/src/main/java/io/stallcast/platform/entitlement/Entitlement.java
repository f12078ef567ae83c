package io.stallcast.platform.entitlement;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a user may use.
 *
 * @param version as payment-service counts the states of the entitlement
 * @param until null where it does not end by itself
 */
public record Entitlement(UUID userId, UUID productId, long version, Instant until) {}
