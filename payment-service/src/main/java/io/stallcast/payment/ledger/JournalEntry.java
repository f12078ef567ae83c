package io.stallcast.payment.ledger;

import io.stallcast.platform.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to money; its postings say where it went. */
@Entity
class JournalEntry {
  @Id private UUID id;
  private String kind;
  private UUID reference;
  private UUID paymentId;
  private Instant bookedAt;

  protected JournalEntry() {}

  private JournalEntry(String kind, UUID reference, UUID paymentId, Instant bookedAt) {
    this.id = Identifiers.next();
    this.kind = kind;
    this.reference = reference;
    this.paymentId = paymentId;
    this.bookedAt = bookedAt;
  }

  static JournalEntry charge(UUID paymentId, Instant now) {
    return new JournalEntry("charge", paymentId, paymentId, now);
  }

  static JournalEntry refund(UUID refundId, UUID paymentId, Instant now) {
    return new JournalEntry("refund", refundId, paymentId, now);
  }

  UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  UUID reference() {
    return reference;
  }

  UUID paymentId() {
    return paymentId;
  }

  Instant bookedAt() {
    return bookedAt;
  }
}
