package io.stallcast.catalog;

import io.stallcast.platform.identifier.Identifiers;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A key that opens one unit of a product. Its value is a secret until it is handed over. */
@Entity
@Table(name = "licence_key")
public class LicenceKey {
  @Id private UUID id;

  @Column(name = "product_id")
  private UUID productId;

  @Column(name = "key_value")
  private String value;

  /** Null until it is handed over. */
  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "handed_at")
  private Instant handedAt;

  protected LicenceKey() {}

  static LicenceKey of(UUID productId, String value) {
    var key = new LicenceKey();
    key.id = Identifiers.next();
    key.productId = productId;
    key.value = value;
    return key;
  }

  void handTo(UUID order, Instant now) {
    orderId = order;
    handedAt = now;
  }

  /** Nobody has seen it: it is free again. */
  void takeBack() {
    orderId = null;
    handedAt = null;
  }

  UUID productId() {
    return productId;
  }

  UUID orderId() {
    return orderId;
  }

  String value() {
    return value;
  }
}
