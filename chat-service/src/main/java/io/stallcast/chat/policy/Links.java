package io.stallcast.chat.policy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a reader could click on, or would type. */
final class Links {
  private static final Pattern LINK =
      Pattern.compile(
          "[a-z][a-z0-9+.-]*://\\S|\\bwww\\.\\S"
              + "|\\b(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}(?=[/:?#]\\S)"
              + "|\\b[\\p{L}\\p{N}-]{2,}\\.(?:com|net|org|io|tv|gg|me|co|app|dev|info|biz|xyz|shop|live|link"
              + "|site|online|ru|de|uk|fr|eu)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private Links() {}

  static boolean isIn(String text) {
    return LINK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
  }
}
