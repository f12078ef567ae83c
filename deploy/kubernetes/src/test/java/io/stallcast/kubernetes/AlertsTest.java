package io.stallcast.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts are evaluated, and whoever is woken by one finds what to do. */
class AlertsTest {
  private static final Path FOLDER = Repository.released("observability");
  private static final Pattern ENTRY = Pattern.compile("(?m)^## (\\w+)$");

  static Stream<JsonNode> alerts() {
    return Alerts.all();
  }

  @Test
  void everyAlertFiresAndKeepsStillAsItsTestsSay() {
    Promtool checked = Promtool.in(FOLDER, "check", "rules", "alerts.yaml");
    Promtool tested = Promtool.in(FOLDER, "test", "rules", "alerts-test.yaml", "budget-test.yaml");

    assertThat(checked.isContent()).as(checked.output()).isTrue();
    assertThat(tested.isContent()).as(tested.output()).isTrue();
  }

  @Test
  void anAlertThatKeepsStillTooLongIsNoticed(@TempDir Path folder) throws IOException {
    for (String file : new String[] {"alerts.yaml", "alerts-test.yaml"}) {
      String text = Repository.text(FOLDER.resolve(file));
      Files.writeString(
          folder.resolve(file),
          text.replace("oldest_age_seconds) > 60", "oldest_age_seconds) > 600"));
    }

    assertThat(Promtool.in(folder, "test", "rules", "alerts-test.yaml").isContent()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertIsSeenToFireAndToKeepStill(JsonNode alert) {
    assertThat(
            Stream.of("alerts-test.yaml", "budget-test.yaml")
                .map(file -> Manifest.node(Repository.text(FOLDER.resolve(file))))
                .flatMap(file -> Manifest.elements(file.path("tests")))
                .flatMap(test -> Manifest.elements(test.path("alert_rule_test")))
                .filter(test -> test.path("alertname").asText().equals(Alerts.name(alert)))
                .map(test -> test.path("exp_alerts").isEmpty()))
        .contains(true, false);
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertSaysWhomItIsForAndWhereToRead(JsonNode alert) {
    assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
    assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
    assertThat(alert.at("/annotations/runbook_url").asText())
        .isEqualTo("docs/runbook.md#" + Alerts.name(alert).toLowerCase(Locale.ROOT));
  }

  @Test
  void theRunbookHasAnEntryForEachAlertAndForNothingElse() {
    String runbook = Repository.text(Repository.file("docs/runbook.md"));

    assertThat(ENTRY.matcher(runbook).results().map(entry -> entry.group(1)))
        .containsExactlyInAnyOrderElementsOf(Alerts.names().collect(toSet()));
  }

  @Test
  void everyServiceIsMissed() {
    String expression =
        alerts()
            .filter(alert -> Alerts.name(alert).equals("ServiceAway"))
            .findFirst()
            .orElseThrow()
            .path("expr")
            .asText();

    assertThat(Service.all())
        .allMatch(
            service -> expression.contains("absent(up{job=\"" + service + "\"})"), "is missed");
  }
}
