package io.stallcast.chat.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Subscribers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Knows by entitlements to creators' subscriptions, looked up when somebody comes, and again. */
@ApplicationScoped
class KnownSubscribers implements Subscribers {
  private static final Logger LOG = Logger.getLogger(KnownSubscribers.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final AsyncLoadingCache<Pair, List<Entitlements.Held>> known =
      Caffeine.newBuilder()
          .refreshAfterWrite(Duration.ofSeconds(20))
          .expireAfterAccess(Duration.ofMinutes(15))
          .maximumSize(200_000)
          .buildAsync((pair, executor) -> lookUp(pair));

  private final Entitlements entitlements;
  private final Revocations revocations;

  KnownSubscribers(Entitlements entitlements, Revocations revocations) {
    this.entitlements = entitlements;
    this.revocations = revocations;
  }

  private record Pair(UUID creator, UUID user) {}

  @Override
  public Uni<Void> meet(UUID creator, UUID user) {
    return Uni.createFrom()
        .completionStage(() -> known.get(new Pair(creator, user)).thenAccept(held -> {}))
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem((Void) null);
  }

  @Override
  public boolean include(UUID creator, UUID user) {
    return known.get(new Pair(creator, user)).getNow(List.of()).stream()
        .anyMatch(held -> !revocations.concern(user, held));
  }

  /** While the database is away, nobody is known to be one. */
  private CompletableFuture<List<Entitlements.Held>> lookUp(Pair pair) {
    return entitlements
        .subscriptions(pair.user(), pair.creator())
        .onFailure()
        .invoke(failure -> LOG.debugf("Subscriptions not read: %s", failure))
        .onFailure()
        .recoverWithItem(List.of())
        .subscribeAsCompletionStage();
  }
}
