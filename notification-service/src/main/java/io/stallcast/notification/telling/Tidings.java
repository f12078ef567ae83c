package io.stallcast.notification.telling;

import io.stallcast.notification.Channels;
import io.stallcast.notification.NewNotification;
import io.stallcast.notification.Occasion;
import io.stallcast.platform.event.Envelope;
import java.time.Instant;
import java.util.UUID;

/**
 * What someone is to be told.
 *
 * @param eventId of what is told: once of each kind, whatever leads to it again
 * @param cause the event or job that leads to it
 */
record Tidings(UUID eventId, Envelope<?> cause, UUID recipientId, Occasion occasion) {

  /** Of an event, by the event itself. */
  Tidings(Envelope<?> event, UUID recipientId, Occasion occasion) {
    this(event.id(), event, recipientId, occasion);
  }

  NewNotification through(Channels channels, Instant notBefore) {
    return NewNotification.of(eventId, cause, recipientId, occasion, channels, notBefore);
  }
}
