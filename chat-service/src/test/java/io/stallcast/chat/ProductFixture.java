package io.stallcast.chat;

import io.stallcast.platform.event.catalog.ProductEvent.Product;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Products as catalog-service tells of them. */
public final class ProductFixture {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private ProductFixture() {}

  /** A product of that kind, which was published if it is no draft. */
  public static Product product(UUID id, long version, UUID creator, String kind, String status) {
    return new Product(
        id,
        version,
        creator,
        kind,
        "Knots",
        "",
        status,
        "unlimited",
        new Money(1900, "EUR"),
        null,
        List.of(),
        LONG_AGO,
        status.equals("draft") ? null : LONG_AGO);
  }
}
