package io.stallcast.platform.outbox;

/** The lanes of the outbox: one aggregate's messages are always in the same one. */
final class Lanes {
  /** How many there are; a database's whole life long. */
  static final int COUNT = 16;

  private Lanes() {}

  static int of(String subject) {
    var hash = subject.hashCode() * 0x9E3779B9;
    return (hash >>> 16) % COUNT;
  }
}
