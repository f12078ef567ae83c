package io.stallcast.load.chat.crowd;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a crowd has reached, a line each: {@code milestone talk.end seconds=30.0 heard=1000.0}.
 *
 * @param values by their names
 */
public record Milestone(String name, Map<String, Double> values) {
  /** All of a crowd are in; with {@code people} and {@code seconds}. */
  public static final String ENTERED = "entered";

  /** One number of messages in flight was tried; with {@code inFlight} and {@code perSecond}. */
  public static final String TRIED = "tried";

  /** A measurement begins; more than a name is added to it. */
  public static final String BEGIN = "begin-";

  /** It ends; with {@code seconds} and what was measured. */
  public static final String END = "end-";

  private static final String MARK = "milestone";

  /** What a line tells; empty where it is another one. */
  public static Optional<Milestone> parse(String line) {
    String[] words = line.split(" ");
    if (!words[0].equals(MARK)) {
      return Optional.empty();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    Arrays.stream(words)
        .skip(2)
        .map(word -> word.split("="))
        .forEach(pair -> values.put(pair[0], Double.parseDouble(pair[1])));
    return Optional.of(new Milestone(words[1], values));
  }

  /** A value that is there. */
  public double of(String value) {
    return values.get(value);
  }

  /** For people. */
  public String text() {
    return values.entrySet().stream()
        .map(value -> String.format(Locale.ROOT, " %s %,.1f", value.getKey(), value.getValue()))
        .collect(Collectors.joining(",", name, ""));
  }

  String line() {
    return values.entrySet().stream()
        .map(value -> " " + value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining("", MARK + " " + name, ""));
  }
}
