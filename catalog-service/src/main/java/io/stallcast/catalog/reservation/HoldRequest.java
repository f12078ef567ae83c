package io.stallcast.catalog.reservation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Units that an order wants, however it asks for them.
 *
 * @param sagaId who owns the reservation; null for one made through the service API
 * @param expiresAt when the clock releases it; null where a saga owns it
 */
record HoldRequest(UUID orderId, UUID sagaId, List<Line> lines, Instant expiresAt) {

  /**
   * Units of one product.
   *
   * @param seen the price that the buyer goes by; null where the price is of no concern
   */
  record Line(UUID productId, long quantity, SeenPrice seen) {
    Line {
      // a negative one would make units out of nothing
      if (quantity < 1) {
        throw new InvalidRecordException("a line asks for " + quantity + " units");
      }
    }
  }

  /** A unit's price, and the version of the product that had it. */
  record SeenPrice(long productVersion, Money unitPrice) {}

  static HoldRequest of(ReserveInventory command) {
    var lines = command.lines().stream().map(HoldRequest::line).toList();
    return new HoldRequest(command.orderId(), command.correlation().sagaId(), lines, null);
  }

  private static Line line(OrderLine line) {
    return new Line(
        line.productId(), line.quantity(), new SeenPrice(line.productVersion(), line.unitPrice()));
  }

  /** Units by product, in the products' order. */
  SortedMap<UUID, Long> quantities() {
    return lines.stream()
        .collect(groupingBy(Line::productId, TreeMap::new, summingLong(Line::quantity)));
  }
}
