package io.stallcast.notification.mailing;

import io.stallcast.notification.Text;

/** A notification among others in an e-mail. */
record Line(String title, String body, String link) {
  static Line of(Text text, String link) {
    return new Line(text.title(), text.body(), link);
  }
}
