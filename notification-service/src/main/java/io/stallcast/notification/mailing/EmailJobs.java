package io.stallcast.notification.mailing;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Email;
import io.stallcast.notification.EmailJob;
import io.stallcast.notification.EmailJob.SendEmail;
import io.stallcast.notification.Emails;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Does the e-mail jobs: prepares parcels in their transactions and posts them afterwards. */
@ApplicationScoped
class EmailJobs {
  private final Inbox inbox;
  private final Emails emails;
  private final Recipients recipients;
  private final Letters letters;
  private final DeliveryLog log;
  private final Postbox postbox;
  private final MailingConfig config;
  private final Clock clock;

  EmailJobs(
      Inbox inbox,
      Emails emails,
      Recipients recipients,
      Letters letters,
      DeliveryLog log,
      Postbox postbox,
      MailingConfig config,
      Clock clock) {
    this.inbox = inbox;
    this.emails = emails;
    this.recipients = recipients;
    this.letters = letters;
    this.log = log;
    this.postbox = postbox;
    this.config = config;
    this.clock = clock;
  }

  @Incoming("jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    var prepared = new ConcurrentHashMap<UUID, Parcel>();
    return inbox
        .each(records, EmailJob.class, job -> apply(job, prepared))
        .invoke(() -> prepared.values().forEach(postbox::take));
  }

  /** May run again after a rollback, so a parcel replaces the earlier one of its e-mail. */
  private Uni<Void> apply(Envelope<EmailJob> job, Map<UUID, Parcel> prepared) {
    return switch (job.data()) {
      case SendEmail send ->
          emails
              .findQueued(send.emailId())
              .chain(email -> email.isPresent() ? prepare(email.get(), prepared) : nothing());
    };
  }

  private Uni<Void> prepare(Email email, Map<UUID, Parcel> prepared) {
    return recipients
        .get(email.notification().recipientId())
        .chain(recipient ->
            recipient.isPresent()
                ? lease(email, recipient.get(), prepared)
                : log.record(email.id(), email.tries(), Outcome.RECIPIENT_UNKNOWN));
  }

  private Uni<Void> lease(Email email, Recipient recipient, Map<UUID, Parcel> prepared) {
    var until = clock.instant().plus(config.mail().lease());
    return letters
        .write(email, recipient)
        .map(letter -> new Parcel(letter, email.tries(), until, Context.current()))
        .call(() -> emails.putOff(email.id(), email.tries(), until))
        .invoke(parcel -> prepared.put(email.id(), parcel))
        .replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
