package io.stallcast.catalog;

import io.stallcast.catalog.StockMovement.Kind;
import io.stallcast.platform.event.catalog.StockEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * The units of a product. Every change returns the movement that must be written with it; a unit is
 * available, then held for an order, then sold or available again.
 */
@Entity
@Table(name = "stock")
public class Stock {
  @Id
  @Column(name = "product_id")
  private UUID productId;

  @Version private long version = 1;

  @Enumerated(EnumType.STRING)
  private StockPolicy policy;

  /** Null where the policy is unlimited. */
  private Long available;

  private long reserved;
  private long sold;

  protected Stock() {}

  /** The stock of a new product, with nothing in it. */
  public static Stock empty(UUID productId, StockPolicy policy) {
    var stock = new Stock();
    stock.productId = productId;
    stock.policy = policy;
    stock.available = policy == StockPolicy.UNLIMITED ? null : 0L;
    return stock;
  }

  /**
   * Adds units, or takes some off where {@code quantity} is negative.
   *
   * @throws io.stallcast.platform.problem.ProblemException 409 where there is no limit, or fewer
   *     are available than shall be taken off
   */
  public StockMovement restock(long quantity, Instant now) {
    if (available == null) {
      throw CatalogProblem.STOCK_UNLIMITED.because("There is nothing to count.");
    }
    if (available + quantity < 0) {
      throw CatalogProblem.OUT_OF_STOCK.because("Only " + available + " units can be taken off.");
    }
    return move(Kind.RESTOCKED, null, now, quantity, 0, 0);
  }

  public boolean has(long quantity) {
    return available == null || available >= quantity;
  }

  /** Holds units that {@link #has} has said are there. */
  public StockMovement hold(UUID orderId, long quantity, Instant now) {
    if (!has(quantity)) {
      throw new IllegalStateException("Stock " + productId + " would be oversold");
    }
    return move(Kind.HELD, orderId, now, -quantity, quantity, 0);
  }

  public StockMovement release(UUID orderId, long quantity, Instant now) {
    return move(Kind.RELEASED, orderId, now, quantity, -quantity, 0);
  }

  public StockMovement sell(UUID orderId, long quantity, Instant now) {
    return move(Kind.SOLD, orderId, now, 0, -quantity, quantity);
  }

  /** Undoes a sale. */
  public StockMovement takeBack(UUID orderId, long quantity, Instant now) {
    return move(Kind.RETURNED, orderId, now, quantity, 0, -quantity);
  }

  private StockMovement move(
      Kind kind, UUID orderId, Instant now, long availableBy, long reservedBy, long soldBy) {
    var counted = available == null ? 0 : availableBy;
    if (available != null) {
      available += counted;
    }
    reserved += reservedBy;
    sold += soldBy;
    return new StockMovement(productId, kind, orderId, now).changing(counted, reservedBy, soldBy);
  }

  /** Whether somebody bought a unit, or is about to. */
  public boolean isSpokenFor() {
    return sold > 0 || reserved > 0;
  }

  public StockEvent.StockChanged changed() {
    return new StockEvent.StockChanged(productId, policy.wire(), available, reserved, sold);
  }

  public UUID productId() {
    return productId;
  }

  public long version() {
    return version;
  }

  public StockPolicy policy() {
    return policy;
  }

  /** Null where the policy is unlimited. */
  public Long available() {
    return available;
  }

  public long reserved() {
    return reserved;
  }

  public long sold() {
    return sold;
  }
}
