package io.stallcast.auth.account;

/** What others read beside what one says: no control characters, nothing that turns text around. */
final class DisplayName {
  static final String PATTERN = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]*";
  static final String MESSAGE = "must have no control characters";

  private DisplayName() {}
}
