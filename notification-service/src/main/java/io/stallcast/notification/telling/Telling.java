package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Channels;
import io.stallcast.notification.Emails;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.Occasion;
import io.stallcast.notification.Preferences;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells a person of something, through the channels of their choice. */
@ApplicationScoped
class Telling {
  private final Recipients recipients;
  private final Preferences preferences;
  private final Notifications notifications;
  private final Emails emails;

  Telling(
      Recipients recipients, Preferences preferences, Notifications notifications, Emails emails) {
    this.recipients = recipients;
    this.preferences = preferences;
    this.notifications = notifications;
    this.emails = emails;
  }

  /**
   * Tells a person of an event, within the unit of work that applies it. Someone whose account is
   * not known yet is told all the same; someone who was told of this event before, is not.
   */
  Uni<Void> tell(UUID eventId, UUID recipientId, Occasion occasion) {
    return channels(recipientId, occasion.kind())
        .chain(channels ->
            channels.inApp() || channels.email()
                ? tell(eventId, recipientId, occasion, channels)
                : nothing());
  }

  private Uni<Void> tell(UUID eventId, UUID recipientId, Occasion occasion, Channels channels) {
    return notifications
        .add(eventId, recipientId, occasion, channels.inApp())
        .chain(
            added -> added.isPresent() && channels.email() ? emails.queue(added.get()) : nothing());
  }

  private Uni<Channels> channels(UUID recipientId, Kind kind) {
    return recipients
        .hold(recipientId)
        .chain(recipient ->
            recipient.filter(Recipient::isErased).isPresent()
                ? Uni.createFrom().item(Channels.NONE)
                : preferences.of(recipientId).map(chosen -> chosen.get(kind)));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
