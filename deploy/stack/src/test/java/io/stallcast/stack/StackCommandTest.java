package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StackCommandTest {
  private final StackCommand command = new StackCommand();
  private final StringWriter errors = new StringWriter();
  private final CommandLine line = new CommandLine(command).setErr(new PrintWriter(errors, true));

  @Test
  void takesTheUsualPortsAndTheRepositorysFolder() {
    line.parseArgs("--root", "/repository");

    assertThat(command.settings().ports()).isEqualTo(Topology.ports(Replicas.ONE_EACH));
    assertThat(command.settings().data()).isEqualTo(Path.of("/repository/.stallcast"));
    assertThat(command.settings().without()).isEmpty();
  }

  @Test
  void movesTheGatewayByItself() {
    line.parseArgs("--port", "9000");

    assertThat(command.settings().ports()).containsEntry("gateway", 9000);
    assertThat(command.settings().ports()).containsEntry("auth-service", 8081);
  }

  @Test
  void movesAllOtherPortsTogether() {
    line.parseArgs("--ports-from", "21000");

    var ports = command.settings().ports();
    assertThat(ports).containsEntry("gateway", 8080);
    assertThat(ports.values()).doesNotHaveDuplicates();
    assertThat(ports.values().stream().filter(port -> port != 8080))
        .allMatch(port -> port > 21000 && port < 21000 + ports.size());
  }

  @Test
  void leavesServicesOut() {
    line.parseArgs("--without", "order-service", "--without=gateway");

    assertThat(command.settings().without()).containsExactlyInAnyOrder("order-service", "gateway");
  }

  @Test
  void refusesAServiceThatThereIsNot() {
    assertThat(line.execute("--without", "wine-service")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("wine-service is none of auth-service, ");
  }

  @Test
  void givesEachPodAPortOfItsOwn() {
    line.parseArgs("--replicas", "order-service=3", "--replicas=auth-service=2");

    var settings = command.settings();
    assertThat(settings.replicas().of("order-service")).isEqualTo(3);
    assertThat(settings.replicas().of("payment-service")).isEqualTo(1);
    assertThat(settings.ports())
        .containsEntry("order-service", 8083)
        .containsEntry("order-service-2", 8183)
        .containsEntry("order-service-3", 8283)
        .containsKeys("auth-service-2", "order-service-balancer");
    assertThat(settings.ports().values()).doesNotHaveDuplicates();
  }

  @Test
  void movesThePortsOfPodsToo() {
    line.parseArgs("--ports-from", "21000", "--replicas", "order-service=2");

    assertThat(command.settings().ports().get("order-service-2")).isGreaterThan(21000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wine-service=2|wine-service is none of auth-service, ",
        "gateway=2|Only services have several pods: gateway is one process.",
        "order-service=0|order-service can have 1 to 8 pods, not 0.",
        "order-service=9|order-service can have 1 to 8 pods, not 9.",
        "order-service=two|Invalid value for option '--replicas'"
      })
  void refusesPodsThatCannotBe(String wish, String sentence) {
    assertThat(line.execute("--replicas", wish)).isEqualTo(2);
    assertThat(errors.toString()).startsWith(sentence);
  }

  @Test
  void refusesPodsOfWhatIsLeftOut() {
    assertThat(line.execute("--replicas", "order-service=2", "--without", "order-service"))
        .isEqualTo(2);
    assertThat(errors.toString()).startsWith("order-service is left out: it can have no pods.");
  }

  @Test
  void refusesAFolderThatIsNone(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(line.execute("--data", file.toString())).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(file + " is not a folder: choose another with --data.");
  }

  @Test
  void refusesAFolderOfAnotherStack(@TempDir Path folder) {
    try (var other = DataFolder.open(folder)) {
      assertThat(line.execute("--data", other.path().toString())).isEqualTo(1);
      assertThat(errors.toString()).startsWith("Another stack runs on " + folder);
    }
  }
}
