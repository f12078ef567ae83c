package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Digesting;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.Occasion.Welcome;
import io.stallcast.notification.Preferences;
import io.stallcast.notification.Pushing;
import io.stallcast.notification.Recipients;
import io.stallcast.notification.telling.CreatorJob.ForgetCreator;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent;
import io.stallcast.platform.event.auth.UserEvent.UserCreated;
import io.stallcast.platform.event.auth.UserEvent.UserErased;
import io.stallcast.platform.event.auth.UserEvent.UserRoleChanged;
import io.stallcast.platform.event.auth.UserEvent.UserUpdated;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the recipients as their accounts are, and welcomes the new ones. */
@ApplicationScoped
class AccountFeed {
  private final Inbox inbox;
  private final Recipients recipients;
  private final Notifications notifications;
  private final Preferences preferences;
  private final Follows follows;
  private final Pushing pushing;
  private final Digesting digesting;
  private final Telling telling;
  private final Outbox outbox;

  AccountFeed(
      Inbox inbox,
      Recipients recipients,
      Notifications notifications,
      Preferences preferences,
      Follows follows,
      Pushing pushing,
      Digesting digesting,
      Telling telling,
      Outbox outbox) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.notifications = notifications;
    this.preferences = preferences;
    this.follows = follows;
    this.pushing = pushing;
    this.digesting = digesting;
    this.telling = telling;
    this.outbox = outbox;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.USER_EVENTS, UserEvent.class, this::apply);
  }

  @Incoming("accounts")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<UserEvent> event) {
    return switch (event.data()) {
      case UserCreated e ->
          recipients.know(e.user(), event.sequence()).chain(() -> welcome(event, e));
      case UserUpdated e -> recipients.know(e.user(), event.sequence());
      case UserRoleChanged e -> recipients.know(e.user(), event.sequence());
      case UserErased ignored -> erase(id(event), event.sequence());
    };
  }

  private Uni<Void> welcome(Envelope<UserEvent> event, UserCreated created) {
    var user = created.user();
    return telling.tell(List.of(new Tidings(event, user.id(), new Welcome(user.displayName()))));
  }

  /** The recipient goes first: from then on nothing new is written for them. */
  private Uni<Void> erase(UUID userId, long sequence) {
    return recipients
        .erase(userId, sequence)
        .chain(() -> notifications.deleteOf(userId))
        .chain(() -> preferences.deleteOf(userId))
        .chain(() -> follows.deleteBy(userId))
        .chain(() -> pushing.forget(userId))
        .chain(() -> digesting.forget(userId))
        .chain(() -> outbox.append(new ForgetCreator(userId).now()));
  }

  private static UUID id(Envelope<UserEvent> event) {
    try {
      return UUID.fromString(event.subject());
    } catch (IllegalArgumentException e) {
      throw new InvalidRecordException("subject is not a user's id: " + event.subject(), e);
    }
  }
}
