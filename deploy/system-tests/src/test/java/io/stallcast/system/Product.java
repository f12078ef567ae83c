package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;

/** A product that is for sale. */
record Product(String id, Listing listing, Api anybody) {

  Stock stock() {
    JsonNode json = inventory().expect(200).json();
    return new Stock(
        json.path("available").asLong(),
        json.path("reserved").asLong(),
        json.path("sold").asLong());
  }

  Answer inventory() {
    return anybody.get("/api/v1/inventory/" + id);
  }

  /** Units that can be bought, that are held, and that are gone. */
  record Stock(long available, long reserved, long sold) {}
}
