package io.stallcast.notification.push;

import static java.util.stream.Collectors.partitioningBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.stallcast.notification.push.Outcome.Result;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.transaction.GroupCommit;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Brings a push to its push service, and records what became of it. */
@ApplicationScoped
class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final int MOST_IN_A_GROUP = 64;

  private final PushClient client;
  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final PushConfig config;
  private final MeterRegistry registry;
  private final Clock clock;
  private final GroupCommit<Try, Void> recording;

  Courier(
      PushClient client,
      Subscriptions subscriptions,
      Outbox outbox,
      UnitOfWork unitOfWork,
      PushConfig config,
      MeterRegistry registry,
      Clock clock) {
    this.client = client;
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.config = config;
    this.registry = registry;
    this.clock = clock;
    this.recording = GroupCommit.ofAll(unitOfWork, MOST_IN_A_GROUP, this::record);
  }

  /** A try to send a push, and what became of it. */
  private record Try(Push push, Outcome outcome) {
    boolean isAgain(int most) {
      return outcome.result() == Result.FAILED && push.tries() + 1 < most;
    }

    UUID subscriptionId() {
      return push.subscription().id();
    }
  }

  /** Fails only where the outcome cannot be recorded; then the push's job sends it again. */
  Uni<Void> deliver(Push push) {
    return clock.instant().isBefore(push.until()) ? send(push) : Uni.createFrom().voidItem();
  }

  private Uni<Void> send(Push push) {
    return client
        .send(push)
        .onFailure()
        .invoke(failure -> LOG.debugf("Not pushed to %s: %s", push.subscription(), failure))
        .onFailure()
        .recoverWithItem(Outcome::failed)
        .invoke(this::count)
        .chain(outcome -> recording.commit(push.cause().trace(), new Try(push, outcome)));
  }

  private void count(Outcome outcome) {
    registry.counter("stallcast.pushes", "outcome", outcome.result().label()).increment();
  }

  /** The jobs of pushes that have come to their end are taken back, the others replaced. */
  private Uni<Void> record(List<Try> tries) {
    var byEnd = tries.stream().collect(partitioningBy(made -> made.isAgain(config.tries())));
    var ended = byEnd.get(false).stream().map(made -> made.push().job(0).timerKey()).toList();
    return subscriptions
        .delete(gone(tries))
        .chain(() -> outbox.cancel(ended))
        .chain(() -> outbox.append(byEnd.get(true).stream().map(this::again).toList()));
  }

  private static List<UUID> gone(List<Try> tries) {
    return tries.stream()
        .filter(made -> made.outcome().result() == Result.ENDED)
        .map(Try::subscriptionId)
        .distinct()
        .sorted()
        .toList();
  }

  private OutboxMessage again(Try made) {
    var tries = made.push().tries() + 1;
    var pause = config.pauseAfter(tries, ThreadLocalRandom.current().nextDouble());
    var asked = made.outcome().pause();
    var longest = asked.compareTo(pause) > 0 ? asked : pause;
    return made.push().job(tries).at(clock.instant().plus(longest)).causedBy(made.push().cause());
  }
}
