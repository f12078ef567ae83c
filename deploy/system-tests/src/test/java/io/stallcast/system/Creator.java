package io.stallcast.system;

import io.stallcast.client.catalog.ProductsApi;

/** Somebody who sells. */
record Creator(Shop shop, Session session) {

  Product publishes(Listing listing) {
    ProductsApi products = session.api().client().products();
    var draft = Client.require(() -> products.createProduct(listing.toRequest()));
    Client.require(() -> products.publishProduct(draft.getId()));
    var product = new Product(draft.getId().toString(), listing, shop.anybody());
    shop.remember(product);
    return product;
  }

  /** A product that nobody else sees yet. */
  String drafts(Listing listing) {
    ProductsApi products = session.api().client().products();
    return Client.require(() -> products.createProduct(listing.toRequest())).getId().toString();
  }
}
