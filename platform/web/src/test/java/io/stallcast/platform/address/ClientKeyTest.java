package io.stallcast.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientKeyTest {
  @Test
  void countsAnIpv6NetworkAsOneClient() {
    assertThat(ClientKey.of("2001:db8:1:2::1")).isEqualTo(ClientKey.of("2001:db8:1:2:ff::9"));
    assertThat(ClientKey.of("2001:db8:1:2::1")).isNotEqualTo(ClientKey.of("2001:db8:1:3::1"));
  }

  @Test
  void leavesAnythingElseAsItIs() {
    assertThat(ClientKey.of("198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(ClientKey.of("unknown")).isEqualTo("unknown");
  }
}
