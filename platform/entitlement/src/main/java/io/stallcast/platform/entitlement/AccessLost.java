package io.stallcast.platform.entitlement;

import java.util.UUID;

/**
 * Every pod has heard that a user may no longer use a product. Observers are called at once, by the
 * thread that hears, and may not wait.
 */
public record AccessLost(UUID userId, UUID productId) {}
