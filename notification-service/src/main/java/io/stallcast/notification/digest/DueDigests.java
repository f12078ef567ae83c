package io.stallcast.notification.digest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Channels;
import io.stallcast.notification.Email;
import io.stallcast.notification.Jobs;
import io.stallcast.notification.Mailing;
import io.stallcast.notification.NewNotification;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.Occasion.Digest;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import io.stallcast.notification.digest.DigestJob.DigestDue;
import io.stallcast.notification.digest.EndedDigests.Item;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.inbox.Consumptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends digests when they are due, and has them mailed. */
@ApplicationScoped
class DueDigests {
  private static final Channels BY_MAIL = new Channels(false, true, false, false);

  private final EndedDigests digests;
  private final Recipients recipients;
  private final Notifications notifications;
  private final Mailing mailing;

  DueDigests(
      EndedDigests digests, Recipients recipients, Notifications notifications, Mailing mailing) {
    this.digests = digests;
    this.recipients = recipients;
    this.notifications = notifications;
    this.mailing = mailing;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(Jobs.of("digests"), DigestJob.class, this::apply);
  }

  /** People before their digests, as whoever tells them something holds them. */
  private Uni<Void> apply(List<Envelope<DigestJob>> jobs) {
    var byDigest =
        jobs.stream().collect(toMap(DueDigests::digestId, job -> job, (one, same) -> one));
    return digests
        .recipientsOf(byDigest.keySet())
        .chain(recipients::hold)
        .chain(
            known -> digests.end(byDigest.keySet()).chain(items -> mail(items, byDigest, known)));
  }

  private Uni<Void> mail(
      List<Item> items, Map<UUID, Envelope<DigestJob>> jobs, Map<UUID, Recipient> known) {
    var told =
        items.stream().collect(groupingBy(Item::digestId)).values().stream()
            .map(ofOne -> notification(ofOne, jobs.get(ofOne.getFirst().digestId())))
            .toList();
    return notifications.add(told).chain(added -> mailing.queue(orders(added, known)));
  }

  private static NewNotification notification(List<Item> items, Envelope<DigestJob> job) {
    var first = items.getFirst();
    var digest = Digest.of(items.stream().map(EndedDigests.Item::entry).toList());
    return NewNotification.of(first.digestId(), job, first.recipientId(), digest, BY_MAIL, null);
  }

  private static List<Mailing.Order> orders(
      List<NewNotification> added, Map<UUID, Recipient> known) {
    return added.stream()
        .map(n -> new Mailing.Order(Email.of(n, known.get(n.recipientId())), n.cause(), null))
        .toList();
  }

  private static UUID digestId(Envelope<DigestJob> job) {
    return switch (job.data()) {
      case DigestDue due -> due.digestId();
    };
  }
}
