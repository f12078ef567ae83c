package io.stallcast.notification.mailing;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Brings a parcel to the mail server, and records what became of it. */
@ApplicationScoped
class Postman {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int RECORD_TRIES = 5;

  private final MailServer server;
  private final DeliveryLog log;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  Postman(MailServer server, DeliveryLog log, UnitOfWork unitOfWork, Clock clock) {
    this.server = server;
    this.log = log;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Fails only where the outcome cannot be recorded; then the e-mail's next job sends it again. */
  Uni<Void> deliver(Parcel parcel) {
    return Uni.createFrom()
        .deferred(() -> isOurs(parcel) ? send(parcel) : Uni.createFrom().voidItem());
  }

  private boolean isOurs(Parcel parcel) {
    return clock.instant().isBefore(parcel.until());
  }

  private Uni<Void> send(Parcel parcel) {
    return server
        .take(parcel.letter())
        .replaceWith(Outcome.SENT)
        .onFailure()
        .recoverWithItem(Outcome::of)
        .chain(outcome -> record(parcel, outcome));
  }

  /** The database is waited for: a letter that was sent should not go out again. */
  private Uni<Void> record(Parcel parcel, Outcome outcome) {
    return Uni.createFrom()
        .deferred(() ->
            unitOfWork.commitApart(
                parcel.trace(),
                () -> log.record(parcel.letter().emailId(), parcel.tries(), outcome)))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(RECORD_TRIES);
  }
}
