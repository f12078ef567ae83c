package io.stallcast.catalog;

import io.stallcast.platform.identifier.Identifiers;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One change of a stock: a line of the ledger. The movements of a product add up to its stock. */
@Entity
@Immutable
@Table(name = "stock_movement")
public class StockMovement {
  /** Why the stock changed. */
  public enum Kind {
    RESTOCKED,
    HELD,
    RELEASED,
    SOLD,
    /** Was sold, and the sale is undone. */
    RETURNED
  }

  @Id private UUID id;

  @Column(name = "product_id")
  private UUID productId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @Column(name = "available_change")
  private long availableChange;

  @Column(name = "reserved_change")
  private long reservedChange;

  @Column(name = "sold_change")
  private long soldChange;

  /** Null where no order caused it. */
  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  protected StockMovement() {}

  StockMovement(UUID productId, Kind kind, UUID orderId, Instant occurredAt) {
    this.id = Identifiers.next();
    this.productId = productId;
    this.kind = kind;
    this.orderId = orderId;
    this.occurredAt = occurredAt;
  }

  StockMovement changing(long available, long reserved, long sold) {
    this.availableChange = available;
    this.reservedChange = reserved;
    this.soldChange = sold;
    return this;
  }

  long availableChange() {
    return availableChange;
  }

  long reservedChange() {
    return reservedChange;
  }

  long soldChange() {
    return soldChange;
  }
}
