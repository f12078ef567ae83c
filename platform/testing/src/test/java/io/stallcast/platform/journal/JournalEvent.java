package io.stallcast.platform.journal;

import io.stallcast.platform.event.EventType;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the tests of the platform tell. */
public sealed interface JournalEvent {
  @EventType("journal.noted")
  record Noted(String text) implements JournalEvent {
    /** Whether this version can read texts that are garbled. */
    static final AtomicBoolean READS_GARBLED = new AtomicBoolean();

    public Noted {
      if (text.startsWith("garbled") && !READS_GARBLED.get()) {
        throw new IllegalArgumentException("a garbled text");
      }
    }
  }

  @EventType(value = "journal.closed", tombstone = true)
  record Closed() implements JournalEvent {}

  /** Not known to the journal's consumers. */
  @EventType("journal.unheard-of")
  record UnheardOf(String text) {}
}
