package io.stallcast.system;

import java.util.UUID;

/** A product that is for sale. */
record Product(String id, Listing listing, Api anybody) {

  Stock stock() {
    var inventory = anybody.client().inventory();
    var left = Client.require(() -> inventory.readInventory(UUID.fromString(id)));
    return new Stock(orZero(left.getAvailable()), left.getReserved(), left.getSold());
  }

  /** Whatever is answered. */
  Answer inventory() {
    return anybody.get("/api/v1/inventory/" + id);
  }

  private static long orZero(Long units) {
    return units == null ? 0 : units;
  }

  /** Units that can be bought, that are held, and that are gone. */
  record Stock(long available, long reserved, long sold) {}
}
