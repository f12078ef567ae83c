package io.stallcast.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void tellsAFreePortFromATakenOne() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
    assertThat(Ports.isFree(Ports.free())).isTrue();
  }

  @Test
  void choosesAPortOnlyWhereNoneIsWanted() {
    assertThat(Ports.orFree(15432)).isEqualTo(15432);
    assertThat(Ports.orFree(0)).isPositive();
  }
}
