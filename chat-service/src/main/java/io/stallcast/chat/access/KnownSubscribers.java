package io.stallcast.chat.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Subscribers;
import io.stallcast.platform.entitlement.Entitlement;
import io.stallcast.platform.entitlement.Entitlements;
import io.stallcast.platform.entitlement.Revocations;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Knows by entitlements to creators' subscriptions, looked up when somebody comes, and again. */
@ApplicationScoped
class KnownSubscribers implements Subscribers {
  private static final Logger LOG = Logger.getLogger(KnownSubscribers.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final String SUBSCRIPTIONS =
      "select product_id from subscription where creator_id = $1";

  private final AsyncLoadingCache<Pair, List<Entitlement>> known =
      Caffeine.newBuilder()
          .refreshAfterWrite(Duration.ofSeconds(20))
          .expireAfterAccess(Duration.ofMinutes(15))
          .maximumSize(200_000)
          .buildAsync((pair, executor) -> lookUp(pair));

  private final Pool pool;
  private final Entitlements entitlements;
  private final Revocations revocations;

  KnownSubscribers(Pool pool, Entitlements entitlements, Revocations revocations) {
    this.pool = pool;
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
        .anyMatch(held -> !revocations.concern(held));
  }

  /** While the database is away, nobody is known to be one. */
  private CompletableFuture<List<Entitlement>> lookUp(Pair pair) {
    return pool.preparedQuery(SUBSCRIPTIONS)
        .execute(Tuple.of(pair.creator()))
        .chain(rows -> entitlements.held(pair.user(), productIds(rows)))
        .onFailure()
        .invoke(failure -> LOG.debugf("Subscriptions not read: %s", failure))
        .onFailure()
        .recoverWithItem(List.of())
        .subscribeAsCompletionStage();
  }

  private static List<UUID> productIds(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID(0)).toList();
  }
}
