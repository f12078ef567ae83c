package io.stallcast.catalog.reservation;

import io.stallcast.catalog.Price;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The products that a batch asks for, and the prices that it may ask for them at.
 *
 * @param graceStart a price that stood then or later is still honoured
 */
record Offers(Map<UUID, Offer> offers, Map<UUID, List<Price>> prices, Instant graceStart) {

  Optional<Refusal> refusal(HoldRequest.Line line) {
    var offer = offers.get(line.productId());
    if (offer == null) {
      return Optional.of(Refusal.unavailable("A product of the order does not exist any more."));
    }
    if (!offer.isForSale()) {
      return Optional.of(Refusal.unavailable("“" + offer.title() + "” is not for sale."));
    }
    return honours(line) ? Optional.empty() : Optional.of(Refusal.priceChanged(offer.title()));
  }

  private boolean honours(HoldRequest.Line line) {
    var seen = line.seen();
    return seen == null
        || prices.getOrDefault(line.productId(), List.of()).stream()
            .anyMatch(p -> p.honours(seen.productVersion(), seen.unitPrice(), graceStart));
  }

  Refusal outOfStock(UUID productId) {
    return Refusal.outOfStock(offers.get(productId).title());
  }
}
