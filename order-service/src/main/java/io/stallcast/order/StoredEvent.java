package io.stallcast.order;

import io.stallcast.platform.identifier.Identifiers;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the event store; written once. */
@Entity
@Immutable
@Table(name = "order_event")
class StoredEvent {
  @Id private UUID id;
  private UUID orderId;

  @SuppressWarnings("unused") // for queries: whose order it is stands beside each event
  private UUID buyerId;

  private long version;
  private String type;

  @Column(columnDefinition = "jsonb")
  private JsonObject data;

  private Instant occurredAt;

  StoredEvent() {}

  StoredEvent(Order order, long version, String type, String data, Instant occurredAt) {
    this.id = Identifiers.next();
    this.orderId = order.id();
    this.buyerId = order.buyerId();
    this.version = version;
    this.type = type;
    this.data = new JsonObject(data);
    this.occurredAt = occurredAt;
  }

  UUID orderId() {
    return orderId;
  }

  long version() {
    return version;
  }

  String type() {
    return type;
  }

  JsonObject data() {
    return data;
  }

  Instant occurredAt() {
    return occurredAt;
  }
}
