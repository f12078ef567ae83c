package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an alert or a dashboard asks for, in PromQL: as far as it takes to know which metrics and
 * labels it names. Whether it is PromQL at all others judge.
 *
 * @param place where it stands
 */
record Expression(String place, String text) {
  /** Of whoever is asked, whatever it tells. */
  private static final Set<String> OF_THE_TARGET = Set.of("job", "instance");

  /** Whose values tell of trouble that there is not. */
  private static final Set<String> OF_TROUBLE = Set.of("status");

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern SELECTOR =
      Pattern.compile(
          "(?<![\\w.])([a-zA-Z_:][\\w:]*)(?:\\{((?:[^}\"]|\"[^\"]*\")*)})?(?![\\w:]*\\s*\\()");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  /** Of every alert and every dashboard in a folder. */
  static List<Expression> in(Path folder) {
    try (Stream<Path> dashboards = Files.list(folder.resolve("dashboards"))) {
      return Stream.concat(Stream.of(folder.resolve("alerts.yaml")), dashboards)
          .flatMap(Expression::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Expression> of(Path file) {
    try {
      JsonNode content = new YAMLMapper().readTree(file.toFile());
      return content.findParents("expr").stream()
          .map(parent -> new Expression("" + file.getFileName(), parent.path("expr").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it names and nobody tells; a sentence for each. */
  List<String> objections(Telling telling) {
    List<String> objections = new ArrayList<>();
    List<MatchResult> selectors = selectors();
    if (selectors.isEmpty()) {
      objections.add("asks for nothing");
    }
    for (MatchResult selector : selectors) {
      String metric = selector.group(1);
      if (!telling.has(metric)) {
        objections.add("nobody tells " + metric);
      } else if (selector.group(2) != null) {
        matchers(selector.group(2)).forEach(m -> object(telling, metric, m, objections));
      }
    }
    groupedBy()
        .filter(label -> selectors.stream().noneMatch(s -> hasLabel(telling, s.group(1), label)))
        .forEach(label -> objections.add("nothing in it has the label " + label));
    return objections.stream()
        .map(objection -> "%s: %s: %s".formatted(place, text, objection))
        .toList();
  }

  private static void object(
      Telling telling, String metric, MatchResult matcher, List<String> objections) {
    String label = matcher.group(1);
    String value = matcher.group(3);
    if (!hasLabel(telling, metric, label)) {
      objections.add("%s has no label %s".formatted(metric, label));
    } else if (matcher.group(2).startsWith("=")
        && !OF_TROUBLE.contains(label)
        && !OF_THE_TARGET.contains(label)
        && !value.contains("$")
        && telling.values(metric, label).noneMatch(told -> isMeant(matcher, told))) {
      objections.add("no %s of %s is %s".formatted(label, metric, value));
    }
  }

  private static boolean isMeant(MatchResult matcher, String told) {
    String value = matcher.group(3);
    return matcher.group(2).equals("=") ? told.equals(value) : told.matches(value);
  }

  private static boolean hasLabel(Telling telling, String metric, String label) {
    return OF_THE_TARGET.contains(label) || telling.values(metric, label).findAny().isPresent();
  }

  private List<MatchResult> selectors() {
    String bare = RANGE.matcher(GROUPING.matcher(text).replaceAll(" ")).replaceAll(" ");
    return SELECTOR
        .matcher(bare)
        .results()
        .filter(found -> !KEYWORDS.contains(found.group(1)))
        .toList();
  }

  private Stream<String> groupedBy() {
    return GROUPING
        .matcher(text)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",")))
        .map(String::strip)
        .filter(label -> !label.isEmpty());
  }

  private static Stream<MatchResult> matchers(String braces) {
    return MATCHER.matcher(braces).results();
  }
}
