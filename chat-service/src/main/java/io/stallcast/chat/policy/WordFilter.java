package io.stallcast.chat.policy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds words however they are spelled: in full-width or decorated letters, with accents, with
 * invisible characters between the letters, with digits and letters of other scripts that look
 * alike, drawn out, or spelled letter by letter. Immutable.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalisation forms</a>
 */
final class WordFilter {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1+");

  /** By what they look like. */
  private static final Map<Integer, Integer> LOOK_ALIKES =
      lookAlikes("0o1i3e4a5s7t8b9g@a$sаaеeоoрpсcуyхxіiјjѕsкkмmнhтtвbαaεeοoρpτtυuνvιiκk");

  private final Set<String> words;
  private final List<String> phrases;

  private WordFilter(Set<String> words, List<String> phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  /** A filter of these words; one of several words is found where they stand together. */
  static WordFilter of(List<String> wanted) {
    var spelled =
        wanted.stream()
            .map(WordFilter::spelled)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
    return new WordFilter(
        spelled.stream().filter(word -> !word.contains(" ")).collect(Collectors.toSet()),
        spelled.stream().filter(word -> word.contains(" ")).toList());
  }

  boolean finds(String text) {
    var spelled = spelled(text);
    var tokens = spelled.split(" ");
    return Arrays.stream(tokens).anyMatch(words::contains)
        || letterByLetter(tokens).stream().anyMatch(words::contains)
        || phrases.stream().anyMatch(phrase -> (" " + spelled + " ").contains(" " + phrase + " "));
  }

  /** Plain letters, each once in a row, with single spaces between the words. */
  private static String spelled(String text) {
    var plain =
        INVISIBLE
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    var alike =
        plain
            .codePoints()
            .map(letter -> LOOK_ALIKES.getOrDefault(letter, letter))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    var words = BETWEEN_WORDS.matcher(alike).replaceAll(" ").strip();
    return DRAWN_OUT.matcher(words).replaceAll("$1");
  }

  /** Runs of single letters, as one word each. */
  private static Set<String> letterByLetter(String[] tokens) {
    var runs = new HashSet<String>();
    var run = new StringBuilder();
    for (var token : tokens) {
      if (token.codePointCount(0, token.length()) == 1) {
        run.append(token);
      } else {
        runs.add(DRAWN_OUT.matcher(run).replaceAll("$1"));
        run.setLength(0);
      }
    }
    runs.add(DRAWN_OUT.matcher(run).replaceAll("$1"));
    return runs;
  }

  private static Map<Integer, Integer> lookAlikes(String pairs) {
    var points = pairs.codePoints().toArray();
    return IntStream.range(0, points.length / 2)
        .boxed()
        .collect(Collectors.toMap(i -> points[2 * i], i -> points[2 * i + 1]));
  }
}
