package io.stallcast.notification.push;

import java.net.URI;
import java.util.UUID;

/**
 * A browser that wants to be pushed to.
 *
 * @param endpoint where its push service takes messages for it: a secret between the two and us
 * @param p256dh its public key, base64url
 * @param auth its shared secret, base64url
 */
record Subscription(UUID id, UUID recipientId, URI endpoint, String p256dh, String auth) {

  /** For logs: the endpoint and the keys are nobody's business. */
  @Override
  public String toString() {
    return "subscription " + id;
  }
}
