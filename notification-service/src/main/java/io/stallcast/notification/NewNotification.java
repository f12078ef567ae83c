package io.stallcast.notification;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.identifier.Identifiers;
import java.util.UUID;

/**
 * That someone is to be told of something.
 *
 * @param event what it follows from
 * @param channels those to tell it through
 */
public record NewNotification(
    UUID id, Envelope<?> event, UUID recipientId, Occasion occasion, Channels channels) {
  public static NewNotification of(
      Envelope<?> event, UUID recipientId, Occasion occasion, Channels channels) {
    return new NewNotification(Identifiers.next(), event, recipientId, occasion, channels);
  }
}
