package io.stallcast.order;

import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.money.Money;
import java.util.UUID;

/**
 * A product as it is sold now.
 *
 * @param version version of the product; an order names the one whose price it took
 * @param price of one unit
 */
public record Offer(
    UUID productId, long version, UUID creatorId, String title, String kind, Money price) {

  /** So many units of it, at this price. */
  public OrderLine line(int quantity) {
    return new OrderLine(productId, version, creatorId, title, kind, quantity, price);
  }
}
