package io.stallcast.notification.mailing;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Email.Status;
import io.stallcast.notification.Emails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Records what became of a try, and decides what comes next; within a unit of work. */
@ApplicationScoped
class DeliveryLog {
  private final Emails emails;
  private final EmailMetrics metrics;
  private final MailingConfig config;
  private final Clock clock;

  DeliveryLog(Emails emails, EmailMetrics metrics, MailingConfig config, Clock clock) {
    this.emails = emails;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Records an outcome; nothing happens where the e-mail has come to its end meanwhile.
   *
   * @param triesBefore how often it was tried in vain before
   */
  Uni<Void> record(UUID emailId, int triesBefore, Outcome outcome) {
    return apply(emailId, triesBefore, outcome)
        .chain(applied -> applied ? log(emailId, outcome) : Uni.createFrom().voidItem());
  }

  private Uni<Boolean> apply(UUID emailId, int triesBefore, Outcome outcome) {
    return switch (outcome.result()) {
      case SENT -> emails.end(emailId, Status.SENT, null);
      case REFUSED -> emails.end(emailId, Status.FAILED, outcome.detail());
      case FAILED ->
          triesBefore + 1 < config.mail().tries()
              ? putOff(emailId, triesBefore + 1)
              : emails.end(emailId, Status.FAILED, outcome.detail());
    };
  }

  private Uni<Boolean> putOff(UUID emailId, int tries) {
    var random = ThreadLocalRandom.current().nextDouble();
    var pause = config.mail().pauseAfter(tries, random);
    return emails.putOff(emailId, tries, clock.instant().plus(pause));
  }

  private Uni<Void> log(UUID emailId, Outcome outcome) {
    metrics.count(outcome.result());
    return emails.log(emailId, outcome.result().label(), outcome.detail());
  }
}
