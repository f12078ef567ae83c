package io.stallcast.platform.journal;

import io.stallcast.platform.event.EventType;

/** What the tests of the platform tell. */
public sealed interface JournalEvent {
  @EventType("journal.noted")
  record Noted(String text) implements JournalEvent {}

  @EventType(value = "journal.closed", tombstone = true)
  record Closed() implements JournalEvent {}

  /** Not known to the journal's consumers. */
  @EventType("journal.unheard-of")
  record UnheardOf(String text) {}
}
