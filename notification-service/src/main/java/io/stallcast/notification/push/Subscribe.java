package io.stallcast.notification.push;

import io.stallcast.platform.identifier.Identifiers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription as browsers write it: {@code JSON.stringify(subscription)}.
 *
 * @param endpoint of one of the push services that are configured
 * @param expirationTime told by some browsers; an ended subscription is found out by itself
 */
@Schema(name = "PushSubscriptionRequest")
record Subscribe(
    @NotNull
        @Size(max = 2000)
        @Pattern(regexp = "[!-~]*", message = "is not an address")
        @Schema(format = "uri", examples = "https://fcm.googleapis.com/fcm/send/c1b2-a3")
        String endpoint,
    @Schema(nullable = true, minimum = "0") Long expirationTime,
    @NotNull @Valid Keys keys) {

  /**
   * What messages are encrypted for.
   *
   * @param p256dh the browser's public key, base64url
   * @param auth the browser's shared secret, base64url
   */
  @Schema(name = "PushSubscriptionKeys")
  record Keys(@NotNull @Size(max = 100) String p256dh, @NotNull @Size(max = 40) String auth) {}

  Subscription of(UUID recipientId) {
    return new Subscription(
        Identifiers.next(), recipientId, URI.create(endpoint), keys.p256dh(), keys.auth());
  }
}
