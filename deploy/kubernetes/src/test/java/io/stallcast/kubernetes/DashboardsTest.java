package io.stallcast.kubernetes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards are what Grafana takes; what they ask for is PromQL. */
class DashboardsTest {
  private static final Path FOLDER = Repository.released("observability");

  static Stream<Path> dashboards() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void isKnownByTheNameOfItsFile(Path file) {
    JsonNode dashboard = read(file);

    assertThat(dashboard.path("uid").asText() + ".json").isEqualTo("" + file.getFileName());
    assertThat(Manifest.elements(dashboard.path("panels")))
        .isNotEmpty()
        .allMatch(panel -> !panel.path("title").asText().isBlank(), "has a title")
        .allMatch(panel -> panel.at("/fieldConfig/defaults/unit").isTextual(), "has a unit");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void readsFromWhereGrafanaIsToldOf(Path file) {
    JsonNode told =
        Manifest.node(Repository.text(FOLDER.resolve("grafana-datasources.yaml")))
            .path("datasources");

    assertThat(read(file).findValues("datasource").stream().map(source -> source.path("uid")))
        .isNotEmpty()
        .allMatch(told.findValues("uid")::contains, "is provisioned");
  }

  @Test
  void everyExpressionIsPromql(@TempDir Path folder) throws IOException {
    String rules =
        dashboards()
            .flatMap(file -> read(file).findValuesAsText("expr").stream())
            .map(expr -> expr.replace("$__rate_interval", "5m"))
            .map(expr -> "      - {record: shown, expr: '%s'}\n".formatted(expr))
            .distinct()
            .collect(joining("", "groups:\n  - name: dashboards\n    rules:\n", ""));
    Files.writeString(folder.resolve("rules.yaml"), rules);

    Promtool checked = Promtool.in(folder, "check", "rules", "--lint=none", "rules.yaml");

    assertThat(checked.isContent()).as(checked.output()).isTrue();
  }

  private static JsonNode read(Path file) {
    return Manifest.node(Repository.text(file));
  }
}
