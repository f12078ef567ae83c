package io.stallcast.notification.mailing;

import static java.util.stream.Collectors.partitioningBy;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.mailing.EmailJob.SendEmail;
import io.stallcast.notification.mailing.Emails.Status;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Records what became of tries, and decides what comes next; within a unit of work. */
@ApplicationScoped
class DeliveryLog {
  private final Emails emails;
  private final Outbox outbox;
  private final EmailMetrics metrics;
  private final MailingConfig config;
  private final Clock clock;

  DeliveryLog(
      Emails emails, Outbox outbox, EmailMetrics metrics, MailingConfig config, Clock clock) {
    this.emails = emails;
    this.outbox = outbox;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
  }

  /** Records tries; of an e-mail that has come to its end meanwhile, nothing. */
  Uni<Void> record(List<Try> tries) {
    var verdicts = tries.stream().map(this::judge).toList();
    return emails
        .record(verdicts)
        .map(recorded -> verdicts.stream().filter(v -> recorded.contains(v.emailId())).toList())
        .chain(this::schedule);
  }

  private Verdict judge(Try made) {
    return switch (made.outcome().result()) {
      case SENT -> Verdict.end(made, Status.SENT);
      case REFUSED -> Verdict.end(made, Status.FAILED);
      case FAILED -> putOff(made, made.parcel().email().tries() + 1);
    };
  }

  private Verdict putOff(Try made, int tries) {
    if (tries == config.mail().tries()) {
      return Verdict.end(made, Status.FAILED);
    }
    var random = ThreadLocalRandom.current().nextDouble();
    var next = clock.instant().plus(config.mail().pauseAfter(tries, random));
    return new Verdict(made, Status.QUEUED, tries, next);
  }

  /** The jobs of e-mails that have come to their end are taken back, the others replaced. */
  private Uni<Void> schedule(List<Verdict> verdicts) {
    verdicts.forEach(verdict -> metrics.count(verdict.result()));
    var byEnd = verdicts.stream().collect(partitioningBy(verdict -> verdict.next() == null));
    var ended = byEnd.get(true).stream().map(v -> new SendEmail(v.emailId()).timerKey()).toList();
    return outbox
        .cancel(ended)
        .chain(() -> outbox.append(byEnd.get(false).stream().map(DeliveryLog::job).toList()));
  }

  private static OutboxMessage job(Verdict verdict) {
    return new SendEmail(verdict.emailId())
        .at(verdict.next())
        .causedBy(verdict.made().parcel().cause());
  }
}
