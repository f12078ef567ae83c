package io.stallcast.system;

import io.stallcast.client.catalog.ProductsApi;
import io.stallcast.client.streaming.AccessPolicy;
import io.stallcast.client.streaming.PinProduct;
import io.stallcast.client.streaming.StreamAccess;
import io.stallcast.client.streaming.StreamDetails;
import io.stallcast.client.streaming.StreamsApi;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;

/** Somebody who sells. */
record Creator(Shop shop, Session session) {

  String id() {
    return session.api().get("/api/v1/auth/me").expect(200).json().path("id").asText();
  }

  Product publishes(Listing listing) {
    ProductsApi products = session.api().client().products();
    var draft = Client.require(() -> products.createProduct(listing.toRequest()));
    Client.require(() -> products.publishProduct(draft.getId()));
    var product = new Product(draft.getId().toString(), listing, shop.anybody());
    shop.remember(product);
    return product;
  }

  /** A stream that everybody may watch, or who has one of these products. */
  String announces(Product... products) {
    var ids = Stream.of(products).map(Product::id).map(UUID::fromString).toList();
    var access =
        new StreamAccess()
            .policy(ids.isEmpty() ? AccessPolicy.FREE : AccessPolicy.PURCHASE)
            .productIds(ids);
    return announces(new StreamDetails().title("On air").access(access));
  }

  /** A stream that begins then, for everybody. */
  String announces(OffsetDateTime beginning) {
    return announces(new StreamDetails().title("On air soon").scheduledFor(beginning));
  }

  private String announces(StreamDetails details) {
    StreamsApi streams = session.api().client().streams();
    return Client.require(() -> streams.scheduleStream(details)).getId().toString();
  }

  /** Starts a stream that was announced. */
  String goesLive(String stream) {
    var broadcasts = session.api().client().broadcasts();
    Client.require(() -> broadcasts.startStream(UUID.fromString(stream)));
    return stream;
  }

  /** Ends a stream that is live. */
  void ends(String stream) {
    var broadcasts = session.api().client().broadcasts();
    Client.require(() -> broadcasts.stopStream(UUID.fromString(stream)));
  }

  /** Shows a product beside a stream. */
  void pins(Product product, String stream) {
    var shopping = session.api().client().liveShopping();
    var pin = new PinProduct().productId(UUID.fromString(product.id()));
    Client.require(() -> shopping.pinProduct(UUID.fromString(stream), pin));
  }

  /** A product that nobody else sees yet. */
  String drafts(Listing listing) {
    ProductsApi products = session.api().client().products();
    return Client.require(() -> products.createProduct(listing.toRequest())).getId().toString();
  }
}
