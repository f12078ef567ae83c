package io.stallcast.order.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.order.Order;
import io.stallcast.order.OrderView;
import io.stallcast.order.PurchaseDetails;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** A row of the list of orders. */
record OrderSummary(UUID orderId, UUID buyerId, long version, OrderView view) {

  static OrderSummary of(Order order) {
    return new OrderSummary(
        order.id(), order.buyerId(), order.version(), OrderView.of(order, PurchaseDetails.NONE));
  }

  JsonObject toRow(ObjectMapper json) {
    try {
      return new JsonObject()
          .put("order_id", orderId.toString())
          .put("buyer_id", buyerId.toString())
          .put("version", version)
          .put("placed_at", view.placedAt().toString())
          .put("view", new JsonObject(json.writeValueAsString(view)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }

  static OrderView view(ObjectMapper json, JsonObject column) {
    try {
      return json.readValue(column.encode(), OrderView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an order: " + e.getOriginalMessage(), e);
    }
  }
}
