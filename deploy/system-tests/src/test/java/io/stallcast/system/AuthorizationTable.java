package io.stallcast.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code authorization.csv}: who is let in where. */
final class AuthorizationTable {
  private static final int SUBJECTS_FROM = 3;
  private static final List<Row> ROWS = read();

  private AuthorizationTable() {}

  /**
   * What is promised of an operation on a thing.
   *
   * @param of the kind of thing; {@code -} for nothing in particular
   * @param inside whether it is asked for past the gateway
   * @param answers by subject: {@code in}, or a status
   */
  record Row(String operation, String of, boolean inside, Map<String, String> answers) {
    /** Then a body says nothing either: who may ask gets 400 where one is needed. */
    boolean isAboutNothing() {
      return of.equals("-");
    }

    @Override
    public String toString() {
      return isAboutNothing() ? operation : operation + " of a " + of;
    }
  }

  static List<Row> rows() {
    return ROWS;
  }

  private static List<Row> read() {
    List<List<String>> lines =
        lines().stream()
            .filter(line -> !line.startsWith("#"))
            .map(AuthorizationTable::cells)
            .toList();
    List<String> head = lines.getFirst();
    return lines.stream().skip(1).map(cells -> row(head, cells)).toList();
  }

  /** Whether clients reach it. */
  static boolean isAtTheEdge(String operation) {
    return rows().stream().noneMatch(row -> row.inside() && row.operation().equals(operation));
  }

  /** Somebody who is let in, or at least may look for what is not there: owners before others. */
  static String whoIsLetIn(String operation) {
    return Stream.of("in", "404")
        .flatMap(answer ->
            Stream.of("owner", "creator", "admin")
                .filter(subject -> isPromised(operation, subject, answer)))
        .findFirst()
        .orElse("anonymous");
  }

  private static boolean isPromised(String operation, String subject, String answer) {
    return rows().stream()
        .filter(row -> row.operation().equals(operation))
        .anyMatch(row -> row.answers().get(subject).equals(answer));
  }

  private static Row row(List<String> head, List<String> cells) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (int i = SUBJECTS_FROM; i < head.size(); i++) {
      answers.put(head.get(i), cells.get(i));
    }
    return new Row(cells.get(0), cells.get(1), cells.get(2).equals("inside"), answers);
  }

  private static List<String> cells(String line) {
    return List.of(line.strip().split("\\s*,\\s*"));
  }

  private static List<String> lines() {
    try (var in = AuthorizationTable.class.getResourceAsStream("/authorization.csv");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
