package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StackCommandTest {
  private final StackCommand command = new StackCommand();
  private final StringWriter errors = new StringWriter();
  private final CommandLine line = new CommandLine(command).setErr(new PrintWriter(errors, true));

  @Test
  void takesTheUsualPortsAndTheRepositorysFolder() {
    line.parseArgs("--root", "/repository");

    assertThat(command.settings().ports()).isEqualTo(Topology.ports());
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
