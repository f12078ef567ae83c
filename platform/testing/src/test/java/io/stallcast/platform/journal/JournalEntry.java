package io.stallcast.platform.journal;

import io.stallcast.platform.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@SuppressWarnings("unused")
@Table(name = "journal_entry")
public class JournalEntry {
  @Id private UUID id;
  private String subject;
  private String text;

  protected JournalEntry() {}

  JournalEntry(String subject, String text) {
    this.id = Identifiers.next();
    this.subject = subject;
    this.text = text;
  }
}
