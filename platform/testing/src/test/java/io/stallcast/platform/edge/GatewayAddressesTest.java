package io.stallcast.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayAddressesTest {

  @Test
  void takesNetworksOnly() {
    assertThat(complaint("127.0.0.1/32", "::1/128", "10.0.0.0/8")).isEmpty();
    assertThat(complaint("127.0.0.1/32", "::1"))
        .hasValueSatisfying(c -> assertThat(c).contains("::1"));
    assertThat(complaint("gateway.local")).isPresent();
    assertThat(new GatewayAddresses(Optional.empty()).complaint()).isEmpty();
  }

  private static Optional<String> complaint(String... trusted) {
    return new GatewayAddresses(Optional.of(List.of(trusted))).complaint();
  }
}
