package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  @Test
  void namesTheTakenPortAndTheOptionThatMovesIt() {
    assertThat(Preflight.takenPort(Map.of("gateway", 8080), port -> port == 8080))
        .hasValue(
            "Port 8080 (gateway) is taken: end what listens there, or choose others with --port.");
    assertThat(Preflight.takenPort(Map.of("broker", 19092), port -> true).orElseThrow())
        .contains("--ports-from");
    assertThat(Preflight.takenPort(Topology.ports(Replicas.ONE_EACH), port -> false)).isEmpty();
  }

  @Test
  void saysHowMuchMemoryIsMissing() {
    assertThat(Preflight.tooLittleMemory(1229, Preflight.MEMORY_MIB).orElseThrow())
        .startsWith("Stallcast needs 2.5 GiB of free memory and this machine has 1.2 GiB:");
    assertThat(Preflight.tooLittleMemory(Preflight.MEMORY_MIB, Preflight.MEMORY_MIB)).isEmpty();
  }

  @Test
  void asksForMoreMemoryWhereThereAreMorePods() {
    var replicas = new Replicas(Map.of("order-service", 3, "auth-service", 2));

    assertThat(Preflight.neededMib(Replicas.ONE_EACH)).isEqualTo(Preflight.MEMORY_MIB);
    assertThat(Preflight.neededMib(replicas))
        .isEqualTo(Preflight.MEMORY_MIB + 3 * Preflight.POD_MIB);
  }

  @Test
  void refusesAnApplicationThatIsNotBuilt(@TempDir Path empty) {
    var settings = StackSettings.temporary(empty);

    assertThatThrownBy(() -> Preflight.check(settings))
        .isInstanceOf(StackFailure.class)
        .hasMessage(
            "auth-service is not built: start the stack with deploy/stack/run, which builds it.");
  }

  @Test
  void asksForNothingThatIsLeftOut(@TempDir Path empty) {
    var all = Set.copyOf(Topology.names().toList());

    Preflight.check(StackSettings.temporary(empty).without(all));
  }

  @Test
  void startsNothingWhereAPortIsTaken(@TempDir Path empty) throws Exception {
    try (var taken = new ServerSocket(0)) {
      var settings = StackSettings.temporary(empty);
      Map<String, Integer> ports = new HashMap<>(settings.ports());
      ports.put("broker", taken.getLocalPort());

      assertThatThrownBy(() -> Stack.start(settings.on(ports), Progress.SILENT))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("(broker) is taken");
      assertThat(settings.data()).doesNotExist();
    }
  }
}
