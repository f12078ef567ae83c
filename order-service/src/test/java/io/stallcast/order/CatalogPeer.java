package io.stallcast.order;

import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.Peer;
import java.util.Map;
import java.util.UUID;

/**
 * catalog-service; and the saga's patience, in a measure for tests. What it does not know it
 * answers with a 404.
 */
public final class CatalogPeer extends Peer {
  public CatalogPeer() {
    super("/api/v1/products/", exchange -> status(exchange, 404));
  }

  /** A product that is on sale. */
  public static UUID sells(long price, String currency) {
    var id = Identifiers.next();
    behave(id, exchange -> json(exchange, product(id, price, currency, "published")));
    return id;
  }

  /** With a field that this service has never heard of. */
  public static String product(UUID id, long price, String currency, String status) {
    return """
    {"id":"%s","version":3,"creatorId":"%s","kind":"course","title":"A course",
     "status":"%s","price":{"amount":%d,"currency":"%s"},"sparkles":["new"]}
    """
        .formatted(id, Identifiers.next(), status, price, currency);
  }

  @Override
  protected Map<String, String> settings(String url) {
    return Map.of(
        "stallcast.catalog.url",
        url,
        "stallcast.order.saga.reservation-timeout",
        "3s",
        "stallcast.order.saga.reservation-attempts",
        "2",
        "stallcast.order.saga.payment-timeout",
        "3s",
        "stallcast.order.saga.payment-attempts",
        "2",
        "stallcast.order.saga.completion-timeout",
        "1s",
        "stallcast.order.saga.compensation-timeout",
        "1s",
        "stallcast.order.saga.longest-timeout",
        "3s",
        "stallcast.order.saga.stuck-after",
        "5s");
  }
}
