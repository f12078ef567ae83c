package io.stallcast.auth.key;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.stallcast.auth.key.KeyRing.NextKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Makes the next key when it is time, retires old ones, and keeps this pod's copy fresh. The first
 * run ends before the service accepts requests: without a key it could not answer any.
 */
@ApplicationScoped
class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);

  private final SigningKeys keys;
  private final CurrentKeys current;
  private final KeyForge forge;
  private final KeyConfig config;
  private final Clock clock;

  KeyRotation(
      SigningKeys keys, CurrentKeys current, KeyForge forge, KeyConfig config, Clock clock) {
    this.keys = keys;
    this.current = current;
    this.forge = forge;
    this.config = config;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent start) throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::rotate);
  }

  @Scheduled(
      every = "${stallcast.auth.keys.check-every:1m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> rotate() {
    Instant now = clock.instant();
    return keys.retire(now.minus(config.publishAfter()))
        .chain(keys::read)
        .chain(ring -> refreshed(ring, now))
        .invoke(current::replace)
        .replaceWithVoid();
  }

  private Uni<KeyRing> refreshed(KeyRing ring, Instant now) {
    return ring.due(now, config)
        .map(next -> make(next, now))
        .orElseGet(() -> Uni.createFrom().item(ring));
  }

  private Uni<KeyRing> make(NextKey next, Instant now) {
    return Uni.createFrom()
        .item(() -> forge.make(next))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .call(key -> keys.add(key, now).invoke(won -> tell(key, won)))
        .chain(keys::read);
  }

  private void tell(SigningKey key, boolean won) {
    if (won) {
      LOG.infof(
          "Made signing key number=%d kid=%s signsFrom=%s",
          key.number(), key.kid(), key.signsFrom());
    }
  }
}
