package io.stallcast.system;

import io.stallcast.client.notification.Notification;
import io.stallcast.client.notification.NotificationPage;
import io.stallcast.client.payment.OwnedProductPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who buys. */
record Buyer(Shop shop, Session session) {
  private static final int PAGE = 100;

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
  Answer orders(int units, Product product, String card, String key, String... headers) {
    var body =
        Map.of(
            "items", List.of(Map.of("productId", product.id(), "quantity", units)),
            "payment", Map.of("token", card));
    var all = Stream.concat(Stream.of("Idempotency-Key", key), Stream.of(headers));
    return api().post("/api/v1/orders", body, all.toArray(String[]::new));
  }

  void wantsToBeRemindedOf(String stream) {
    api().post("/api/v1/streams/" + stream + "/reminder", Map.of()).expect(204);
  }

  void follows(Creator creator) {
    api().send("PUT", "/api/v1/auth/creators/" + creator.id() + "/follow", "").expect(204);
  }

  /** With a browser that nothing ever reaches; by the id of the subscription. */
  String subscribesToPush() {
    return api()
        .send(
            "POST",
            "/api/v1/notifications/push/subscriptions",
            Sample.PUSH_SUBSCRIPTION.formatted(UUID.randomUUID()),
            "Content-Type",
            "application/json")
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  boolean mayUse(Product product) {
    var access = api().client().access();
    return Client.require(() -> access.readAccess(UUID.fromString(product.id()))).getGranted();
  }

  /** The ids of the products that are the buyer's. */
  List<String> library() {
    var access = api().client().access();
    return Client.all(
            cursor -> Client.require(() -> access.listLibrary(cursor, PAGE)),
            OwnedProductPage::getItems,
            OwnedProductPage::getNext)
        .stream()
        .map(owned -> owned.getProductId().toString())
        .sorted()
        .toList();
  }

  /** The kinds of what the buyer was told in-app, by the page that it leads to. */
  Map<String, List<String>> notifications() {
    var notifications = api().client().notifications();
    return Client.all(
            cursor -> Client.require(() -> notifications.listNotifications(cursor, PAGE, null)),
            NotificationPage::getItems,
            NotificationPage::getNext)
        .stream()
        .collect(
            Collectors.groupingBy(
                Notification::getLink,
                Collectors.mapping(told -> told.getKind().getValue(), Collectors.toList())));
  }
}
