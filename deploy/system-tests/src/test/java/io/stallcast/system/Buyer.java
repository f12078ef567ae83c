package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody who buys. */
record Buyer(Shop shop, Session session) {

  Api api() {
    return session.api();
  }

  Purchase buys(Product product, String card) {
    return buys(1, product, card);
  }

  Purchase buys(int units, Product product, String card) {
    return buys(units, product, card, UUID.randomUUID().toString());
  }

  /** Orders, and asks again with the same key while the answer is to come later. */
  Purchase buys(int units, Product product, String card, String key) {
    Answer answer = Api.persistently(() -> orders(units, product, card, key)).expect(202);
    var purchase = new Purchase(this, product, units, card, answer.json().path("id").asText());
    shop.remember(purchase);
    return purchase;
  }

  /** One request, whatever is answered. */
  Answer orders(int units, Product product, String card, String key) {
    var body =
        Map.of(
            "items", List.of(Map.of("productId", product.id(), "quantity", units)),
            "payment", Map.of("token", card));
    return api().post("/api/v1/orders", body, "Idempotency-Key", key);
  }

  boolean mayUse(Product product) {
    return api()
        .get("/api/v1/access/" + product.id())
        .expect(200)
        .json()
        .path("granted")
        .asBoolean();
  }

  /** The ids of the products that are the buyer's. */
  List<String> library() {
    return api().list("/api/v1/library?limit=100").stream()
        .map(owned -> owned.path("productId").asText())
        .sorted()
        .toList();
  }

  /** The kinds of what the buyer was told in-app, by the page that it leads to. */
  Map<String, List<String>> notifications() {
    return api().list("/api/v1/notifications?limit=100").stream()
        .collect(
            Collectors.groupingBy(
                told -> told.path("link").asText(),
                Collectors.mapping(Buyer::kind, Collectors.toList())));
  }

  private static String kind(JsonNode told) {
    return told.path("kind").asText();
  }
}
