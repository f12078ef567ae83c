package io.stallcast.payment.access;

import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a user may use because of an order. */
@Entity
class Entitlement {
  @Id private UUID id;
  private UUID userId;
  private UUID productId;
  private UUID orderId;
  private String title;
  private String kind;
  private Instant since;
  private Instant until;
  private Instant revokedAt;

  protected Entitlement() {}

  static Entitlement of(UUID userId, UUID orderId, OrderLine line, Instant now) {
    var entitlement = new Entitlement();
    entitlement.id = Identifiers.next();
    entitlement.userId = userId;
    entitlement.orderId = orderId;
    entitlement.productId = line.productId();
    entitlement.title = line.title();
    entitlement.kind = line.kind();
    entitlement.since = now;
    return entitlement;
  }

  void revoke(Instant now) {
    revokedAt = now;
  }

  AccessEvent.Entitlement toEvent() {
    return new AccessEvent.Entitlement(userId, productId, since, until, orderId);
  }

  UUID id() {
    return id;
  }

  UUID userId() {
    return userId;
  }

  UUID productId() {
    return productId;
  }

  UUID orderId() {
    return orderId;
  }

  String title() {
    return title;
  }

  String kind() {
    return kind;
  }

  Instant since() {
    return since;
  }

  /** Null where it does not end by itself. */
  Instant until() {
    return until;
  }

  /** Null while it holds. */
  Instant revokedAt() {
    return revokedAt;
  }
}
