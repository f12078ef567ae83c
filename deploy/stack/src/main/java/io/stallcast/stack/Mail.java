package io.stallcast.stack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that a service sent.
 *
 * @param recipient as the sender named it to the server
 * @param source the whole message, headers and all, as it came
 */
public record Mail(String recipient, String source) {
  private static final Pattern SUBJECT =
      Pattern.compile("^Subject: (.*(?:\r?\n[ \t].*)*)", Pattern.MULTILINE);
  private static final Pattern QUOTED = Pattern.compile("=([0-9A-F]{2})");

  /** The subject; encoded words of it are not decoded. */
  public String subject() {
    Matcher subject = SUBJECT.matcher(source);
    return subject.find() ? subject.group(1).replaceAll("\r?\n[ \t]", " ").strip() : "";
  }

  /** The message with its quoted-printable parts decoded: good to look for words in. */
  public String text() {
    Matcher quoted = QUOTED.matcher(source.replaceAll("=\r?\n", ""));
    var text = new ByteArrayOutputStream();
    var plain = new StringBuilder();
    while (quoted.find()) {
      quoted.appendReplacement(plain, "");
      text.writeBytes(plain.toString().getBytes(StandardCharsets.UTF_8));
      plain.setLength(0);
      text.write(Integer.parseInt(quoted.group(1), 16));
    }
    quoted.appendTail(plain);
    text.writeBytes(plain.toString().getBytes(StandardCharsets.UTF_8));
    return text.toString(StandardCharsets.UTF_8);
  }
}
