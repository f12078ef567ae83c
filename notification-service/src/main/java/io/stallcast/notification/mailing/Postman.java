package io.stallcast.notification.mailing;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.GroupCommit;
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
  private static final int MOST_IN_A_GROUP = 64;
  private static final Duration RECORD_PACE = Duration.ofMillis(50);

  private final Letters letters;
  private final MailServer server;
  private final GroupCommit<Try, Void> recording;
  private final Clock clock;

  Postman(Letters letters, MailServer server, DeliveryLog log, UnitOfWork unitOfWork, Clock clock) {
    this.letters = letters;
    this.server = server;
    this.recording = GroupCommit.ofAll(unitOfWork, MOST_IN_A_GROUP, RECORD_PACE, log::record);
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
    return letters
        .write(parcel.email())
        .chain(server::take)
        .replaceWith(Outcome.SENT)
        .onFailure()
        .recoverWithItem(Outcome::of)
        .chain(outcome -> record(new Try(parcel, outcome)));
  }

  /** The database is waited for: a letter that was sent should not go out again. */
  private Uni<Void> record(Try made) {
    return Uni.createFrom()
        .deferred(() -> recording.commit(made.parcel().cause().trace(), made))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(RECORD_TRIES);
  }
}
