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
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Does the e-mail jobs: prepares parcels in their transactions and posts them afterwards. */
@ApplicationScoped
class EmailJobs {
  private final Inbox inbox;
  private final UnitOfWork unitOfWork;
  private final Emails emails;
  private final Recipients recipients;
  private final Letters letters;
  private final DeliveryLog log;
  private final Postbox postbox;
  private final MailingConfig config;
  private final Clock clock;

  EmailJobs(
      Inbox inbox,
      UnitOfWork unitOfWork,
      Emails emails,
      Recipients recipients,
      Letters letters,
      DeliveryLog log,
      Postbox postbox,
      MailingConfig config,
      Clock clock) {
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
    this.emails = emails;
    this.recipients = recipients;
    this.letters = letters;
    this.log = log;
    this.postbox = postbox;
    this.config = config;
    this.clock = clock;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.NOTIFICATION_JOBS, EmailJob.class, this::apply);
  }

  @Incoming("jobs")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> apply(Envelope<EmailJob> job) {
    return switch (job.data()) {
      case SendEmail send ->
          emails
              .findQueued(send.emailId())
              .chain(email -> email.isPresent() ? prepare(email.get()) : nothing());
    };
  }

  private Uni<Void> prepare(Email email) {
    return recipients
        .get(email.notification().recipientId())
        .chain(recipient ->
            recipient.isPresent()
                ? lease(email, recipient.get())
                : log.record(email.id(), email.tries(), Outcome.RECIPIENT_UNKNOWN));
  }

  private Uni<Void> lease(Email email, Recipient recipient) {
    var until = clock.instant().plus(config.mail().lease());
    return letters
        .write(email, recipient)
        .map(letter -> new Parcel(letter, email.tries(), until, Context.current()))
        .call(() -> emails.putOff(email.id(), email.tries(), until))
        .invoke(parcel -> unitOfWork.afterCommit(() -> postbox.take(parcel)))
        .replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
