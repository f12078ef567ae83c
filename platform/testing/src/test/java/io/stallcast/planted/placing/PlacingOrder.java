package io.stallcast.planted.placing;

import io.smallrye.mutiny.Uni;
import io.stallcast.other.Product;
import io.stallcast.planted.history.OrderHistoryResource;

/** A feature that knows another one and another service, blocks, and prints. */
public class PlacingOrder {
  String place(OrderHistoryResource history, Product product) {
    System.out.println(history + " " + product);
    return Uni.createFrom().item("placed").await().indefinitely();
  }
}
