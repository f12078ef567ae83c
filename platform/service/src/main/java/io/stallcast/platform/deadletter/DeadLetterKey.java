package io.stallcast.platform.deadletter;

/** Whose order a dead letter keeps: later records of the same key wait behind it. */
public record DeadLetterKey(String consumer, String subject) {
  /** Of a longer subject this much counts, in the table as on the topic of dead letters. */
  private static final int LONGEST_SUBJECT = 200;

  public DeadLetterKey {
    subject = Texts.storable(subject, LONGEST_SUBJECT);
  }
}
