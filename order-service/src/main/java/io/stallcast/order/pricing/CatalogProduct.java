package io.stallcast.order.pricing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.money.Money;
import java.util.UUID;

/** What this service reads of a product in catalog-service's answer. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record CatalogProduct(
    UUID id, long version, UUID creatorId, String kind, String title, String status, Money price) {

  PricedProduct toPricedProduct() {
    return new PricedProduct(id, version, creatorId, title, kind, status, price);
  }
}
