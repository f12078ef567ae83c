package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Choices;
import io.stallcast.notification.Digesting;
import io.stallcast.notification.Email;
import io.stallcast.notification.Mailing;
import io.stallcast.notification.NewNotification;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.OpenLists;
import io.stallcast.notification.Preferences;
import io.stallcast.notification.Pushing;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells people of something, through the channels of their choice. */
@ApplicationScoped
class Telling {
  private final Recipients recipients;
  private final Preferences preferences;
  private final Notifications notifications;
  private final OpenLists openLists;
  private final Mailing mailing;
  private final Digesting digesting;
  private final Pushing pushing;
  private final Clock clock;

  Telling(
      Recipients recipients,
      Preferences preferences,
      Notifications notifications,
      OpenLists openLists,
      Mailing mailing,
      Digesting digesting,
      Pushing pushing,
      Clock clock) {
    this.recipients = recipients;
    this.preferences = preferences;
    this.notifications = notifications;
    this.openLists = openLists;
    this.mailing = mailing;
    this.digesting = digesting;
    this.pushing = pushing;
    this.clock = clock;
  }

  /**
   * Tells people of events, within the unit of work that applies them. Someone whose account is not
   * known yet is told all the same; someone who was told of an event before, is not.
   */
  Uni<Void> tell(List<Tidings> tidings) {
    var people = tidings.stream().map(Tidings::recipientId).distinct().toList();
    return people.isEmpty()
        ? Uni.createFrom().voidItem()
        : recipients.hold(people).chain(known -> tell(tidings, people, known));
  }

  private Uni<Void> tell(List<Tidings> tidings, List<UUID> people, Map<UUID, Recipient> known) {
    var now = clock.instant();
    return preferences
        .of(people)
        .chain(chosen ->
            notifications
                .add(notifications(tidings, known, chosen, now))
                .invoke(openLists::added)
                .call(added -> mailing.queue(orders(added, known)))
                .call(added -> collect(added, chosen, now))
                .chain(added -> pushing.queue(added, known)));
  }

  /** Without those for which there is no channel to tell them through. */
  private static List<NewNotification> notifications(
      List<Tidings> tidings, Map<UUID, Recipient> known, Map<UUID, Choices> chosen, Instant now) {
    return tidings.stream()
        .filter(t -> !isErased(known.get(t.recipientId())))
        .map(t -> notification(t, chosen.get(t.recipientId()), now))
        .filter(notification -> notification.channels().isAny())
        .toList();
  }

  private static boolean isErased(Recipient recipient) {
    return recipient != null && recipient.erased();
  }

  private static NewNotification notification(Tidings tidings, Choices chosen, Instant now) {
    var kind = tidings.occasion().kind();
    var channels = chosen.channels().get(kind);
    var quietUntil = kind.isAwaited() ? null : chosen.habits().quietUntil(now).orElse(null);
    return quietUntil != null && kind.isOfTheMoment()
        ? tidings.through(channels.withoutSound(), null)
        : tidings.through(channels, quietUntil);
  }

  private static List<Mailing.Order> orders(
      List<NewNotification> added, Map<UUID, Recipient> known) {
    return added.stream()
        .filter(notification -> notification.channels().isMailed())
        .map(n ->
            new Mailing.Order(Email.of(n, known.get(n.recipientId())), n.cause(), n.notBefore()))
        .toList();
  }

  private Uni<Void> collect(List<NewNotification> added, Map<UUID, Choices> chosen, Instant now) {
    var collected = added.stream().filter(n -> n.channels().isCollected()).toList();
    return digesting.collect(collected, id -> chosen.get(id).habits().nextDigest(now));
  }
}
