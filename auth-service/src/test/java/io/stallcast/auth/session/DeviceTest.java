package io.stallcast.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {
  @Test
  void takesAnAddressOfVersion4AsItIs() {
    assertThat(Device.network("203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void takesTheNetworkOfAnAddressOfVersion6() {
    assertThat(Device.network("2001:db8:1:2::1"))
        .isEqualTo(Device.network("2001:db8:1:2:ffff::2"))
        .isNotEqualTo(Device.network("2001:db8:1:3::1"));
  }

  @Test
  void takesWhatIsNoAddressAsItIs() {
    assertThat(Device.network("unknown")).isEqualTo("unknown");
    assertThat(Device.network(null)).isEqualTo("null");
  }
}
