package io.stallcast.planted;

import io.stallcast.planted.placing.PlacingOrder;
import java.time.Instant;
import java.util.Date;

/** A root that knows its features, asks the machine for the time, and keeps an old date. */
class Order {
  private final PlacingOrder placing = new PlacingOrder();
  private final Instant placedAt = Instant.now();
  private final Date cancelledAt = new Date(0);

  @Override
  public String toString() {
    return placing + " " + placedAt + " " + cancelledAt;
  }
}
