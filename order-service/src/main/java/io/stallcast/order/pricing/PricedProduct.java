package io.stallcast.order.pricing;

import io.stallcast.order.Offer;
import io.stallcast.platform.event.catalog.ProductEvent.Product;
import io.stallcast.platform.money.Money;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** A product as this service knows it. */
record PricedProduct(
    UUID id, long version, UUID creatorId, String title, String kind, String status, Money price) {

  static PricedProduct of(Product product) {
    return new PricedProduct(
        product.id(),
        product.version(),
        product.creatorId(),
        product.title(),
        product.kind(),
        product.status(),
        product.price());
  }

  static PricedProduct of(Row row) {
    return new PricedProduct(
        row.getUUID("id"),
        row.getLong("version"),
        row.getUUID("creator_id"),
        row.getString("title"),
        row.getString("kind"),
        row.getString("status"),
        new Money(row.getLong("amount"), row.getString("currency")));
  }

  boolean isForSale() {
    return "published".equals(status);
  }

  Offer toOffer() {
    return new Offer(id, version, creatorId, title, kind, price);
  }
}
