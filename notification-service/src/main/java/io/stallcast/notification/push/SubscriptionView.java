package io.stallcast.notification.push;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription as its owner sees it.
 *
 * @param service the origin of the push service; the rest of the endpoint stays secret
 */
@Schema(name = "PushSubscription")
record SubscriptionView(
    UUID id, @Schema(examples = "https://fcm.googleapis.com") String service, Instant createdAt) {}
