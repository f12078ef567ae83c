package io.stallcast.catalog.reservation;

import io.stallcast.catalog.CatalogProblem;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What became of an order's wish for units. */
@Entity
@Table(name = "reservation")
class Reservation {
  /** Where a reservation stands. */
  enum State {
    /** The units are held. */
    HELD,
    /** The units are sold. */
    COMMITTED,
    /** The units were given back, even where they were sold. */
    RELEASED,
    /** Nothing was ever held, and never will be. */
    REFUSED
  }

  @Id
  @Column(name = "order_id")
  private UUID orderId;

  /** Null where it was made through the service API. */
  @Column(name = "saga_id")
  private UUID sagaId;

  @Enumerated(EnumType.STRING)
  private State state;

  /** Quantity by product. */
  @Column(columnDefinition = "jsonb")
  private JsonObject lines;

  @Column(name = "refusal_code")
  private String refusalCode;

  @Column(name = "refusal_detail")
  private String refusalDetail;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Reservation() {}

  static Reservation held(HoldRequest request, Instant now) {
    var reservation = of(request.orderId(), request.sagaId(), request.quantities(), now);
    reservation.state = State.HELD;
    reservation.expiresAt = request.expiresAt();
    return reservation;
  }

  static Reservation refused(HoldRequest request, Refusal refusal, Instant now) {
    var reservation = of(request.orderId(), request.sagaId(), request.quantities(), now);
    reservation.refuse(refusal);
    return reservation;
  }

  /** What a release leaves that comes before its reservation. */
  static Reservation tombstone(UUID orderId, UUID sagaId, Instant now) {
    var reservation = of(orderId, sagaId, Map.of(), now);
    reservation.refuse(Refusal.unavailable("The order was given up before its units were held."));
    return reservation;
  }

  private static Reservation of(
      UUID orderId, UUID sagaId, Map<UUID, Long> quantities, Instant now) {
    var reservation = new Reservation();
    reservation.orderId = orderId;
    reservation.sagaId = sagaId;
    reservation.lines = new JsonObject();
    quantities.forEach((product, units) -> reservation.lines.put(product.toString(), units));
    reservation.createdAt = now;
    return reservation;
  }

  private void refuse(Refusal refusal) {
    state = State.REFUSED;
    refusalCode = refusal.problem().name();
    refusalDetail = refusal.detail();
  }

  void commit(Instant now) {
    state = State.COMMITTED;
    endedAt = now;
  }

  void release(Instant now) {
    state = State.RELEASED;
    endedAt = now;
  }

  /** The answer to the one who asks for these units again: what it was at the first time. */
  Optional<Refusal> answerTo(UUID saga) {
    return isOwnedBy(saga)
        ? refusal()
        : Optional.of(Refusal.unavailable("The order's units are held by another."));
  }

  private Optional<Refusal> refusal() {
    return Optional.ofNullable(refusalCode)
        .map(code -> new Refusal(CatalogProblem.valueOf(code), refusalDetail));
  }

  /** Whether it belongs to that saga; null stands for the service API. */
  boolean isOwnedBy(UUID saga) {
    return Objects.equals(sagaId, saga);
  }

  boolean isSagas() {
    return sagaId != null;
  }

  boolean isHeld() {
    return state == State.HELD;
  }

  boolean isCommitted() {
    return state == State.COMMITTED;
  }

  /** Units by product, in the products' order. */
  SortedMap<UUID, Long> quantities() {
    var quantities = new TreeMap<UUID, Long>();
    lines.forEach(line -> quantities.put(uuid(line), ((Number) line.getValue()).longValue()));
    return quantities;
  }

  private static UUID uuid(Map.Entry<String, Object> line) {
    return UUID.fromString(line.getKey());
  }

  UUID orderId() {
    return orderId;
  }

  State state() {
    return state;
  }

  /** Null where a saga owns it. */
  Instant expiresAt() {
    return expiresAt;
  }
}
