package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.catalog.ProductEvent.Product;
import jakarta.enterprise.context.ApplicationScoped;

/** Which products are subscriptions: for good, as they are what people have bought. */
@ApplicationScoped
class SubscriptionTable {
  private static final String INSERT =
      "insert into subscription (product_id, creator_id) values ($1, $2) on conflict do nothing";

  /** Takes part in the unit of work under way. */
  Uni<Void> add(Product subscription) {
    return Statements.update(INSERT, subscription.id(), subscription.creatorId()).replaceWithVoid();
  }
}
