package io.stallcast.system;

import java.util.Map;

/** Somebody who sells. */
record Creator(Shop shop, Session session) {

  Product publishes(Listing listing) {
    Api api = session.api();
    var draft = api.post("/api/v1/products", listing.toRequest()).expect(201).json();
    String id = draft.path("id").asText();
    api.post("/api/v1/products/" + id + "/publish", Map.of()).expect(200);
    var product = new Product(id, listing, shop.anybody());
    shop.remember(product);
    return product;
  }
}
