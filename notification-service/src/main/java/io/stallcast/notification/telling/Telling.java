package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Channels;
import io.stallcast.notification.Email;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Mailing;
import io.stallcast.notification.NewNotification;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.OpenLists;
import io.stallcast.notification.Preferences;
import io.stallcast.notification.Pushing;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells people of something, through the channels of their choice. */
@ApplicationScoped
class Telling {
  private final Recipients recipients;
  private final Preferences preferences;
  private final Notifications notifications;
  private final OpenLists openLists;
  private final Mailing mailing;
  private final Pushing pushing;

  Telling(
      Recipients recipients,
      Preferences preferences,
      Notifications notifications,
      OpenLists openLists,
      Mailing mailing,
      Pushing pushing) {
    this.recipients = recipients;
    this.preferences = preferences;
    this.notifications = notifications;
    this.openLists = openLists;
    this.mailing = mailing;
    this.pushing = pushing;
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
    return preferences
        .of(people)
        .map(chosen -> tidings.stream().flatMap(t -> notification(t, known, chosen)).toList())
        .chain(notifications::add)
        .invoke(openLists::added)
        .call(added -> mailing.queue(orders(added, known)))
        .chain(added -> pushing.queue(added, known));
  }

  /** Empty where there is no channel to tell it through. */
  private static Stream<NewNotification> notification(
      Tidings tidings, Map<UUID, Recipient> known, Map<UUID, Map<Kind, Channels>> chosen) {
    var id = tidings.recipientId();
    var isErased = known.containsKey(id) && known.get(id).erased();
    var channels = isErased ? Channels.NONE : chosen.get(id).get(tidings.occasion().kind());
    return channels.isAny() ? Stream.of(tidings.through(channels)) : Stream.empty();
  }

  private static List<Mailing.Order> orders(
      List<NewNotification> added, Map<UUID, Recipient> known) {
    return added.stream()
        .filter(notification -> notification.channels().email())
        .map(n -> new Mailing.Order(Email.of(n, known.get(n.recipientId())), n.cause()))
        .toList();
  }
}
