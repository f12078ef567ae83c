package io.stallcast.platform.deadletter;

/** What a database stores of a text that may be anything: a poisoned record must be kept, too. */
final class Texts {
  private Texts() {}

  /** Without the one character that PostgreSQL refuses; null stays null. */
  static String storable(String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  /** The same, cut to a length. */
  static String storable(String text, int longest) {
    var storable = storable(text);
    return storable == null || storable.length() <= longest
        ? storable
        : storable.substring(0, longest);
  }
}
