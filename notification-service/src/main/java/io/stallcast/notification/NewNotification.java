package io.stallcast.notification;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.identifier.Identifiers;
import java.time.Instant;
import java.util.UUID;

/**
 * That someone is to be told of something.
 *
 * @param eventId of what is told
 * @param cause the event or job that led to it
 * @param channels those to tell it through
 * @param notBefore when quiet hours end, for what is not in the application; null for at once
 */
public record NewNotification(
    UUID id,
    UUID eventId,
    Envelope<?> cause,
    UUID recipientId,
    Occasion occasion,
    Channels channels,
    Instant notBefore) {
  public static NewNotification of(
      UUID eventId,
      Envelope<?> cause,
      UUID recipientId,
      Occasion occasion,
      Channels channels,
      Instant notBefore) {
    return new NewNotification(
        Identifiers.next(), eventId, cause, recipientId, occasion, channels, notBefore);
  }
}
