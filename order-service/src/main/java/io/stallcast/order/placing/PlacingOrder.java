package io.stallcast.order.placing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.Offer;
import io.stallcast.order.Order;
import io.stallcast.order.OrderView;
import io.stallcast.order.Prices;
import io.stallcast.order.PurchaseDetails;
import io.stallcast.order.Purchases;
import io.stallcast.platform.idempotency.Answer;
import io.stallcast.platform.idempotency.Idempotency;
import io.stallcast.platform.idempotency.IdempotentRequest;
import io.stallcast.platform.identifier.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Places an order and begins its purchase, once per key. */
@ApplicationScoped
class PlacingOrder {
  private static final String ROUTE = "POST /api/v1/orders";
  private static final int ACCEPTED = 202;

  private final Prices prices;
  private final Purchases purchases;
  private final Idempotency idempotency;
  private final ObjectMapper json;
  private final Clock clock;

  PlacingOrder(
      Prices prices, Purchases purchases, Idempotency idempotency, ObjectMapper json, Clock clock) {
    this.prices = prices;
    this.purchases = purchases;
    this.idempotency = idempotency;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Places the order, or answers as it was answered before. Prices are read before the transaction
   * begins, since that may ask another service; that they cannot be read matters only for the first
   * answer.
   */
  Uni<Answer> place(UUID buyerId, String key, PlaceOrder wanted) {
    var request = IdempotentRequest.of(buyerId, ROUTE, key, wanted);
    return prices
        .of(wanted.productIds())
        .onItemOrFailure()
        .transformToUni((offers, failure) ->
            idempotency.once(
                request,
                () ->
                    failure == null
                        ? placeAt(offers, buyerId, wanted)
                        : Uni.createFrom().failure(failure)));
  }

  private Uni<Answer> placeAt(Map<UUID, Offer> offers, UUID buyerId, PlaceOrder wanted) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var order = Order.place(Identifiers.next(), buyerId, wanted.lines(offers), now);
    var token = wanted.token(order.total());
    return purchases.begin(order, token).map(begun -> answer(order));
  }

  private Answer answer(Order order) {
    try {
      var body = json.writeValueAsString(OrderView.of(order, PurchaseDetails.NONE));
      return Answer.of(ACCEPTED, OrderView.path(order.id()), body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }
}
