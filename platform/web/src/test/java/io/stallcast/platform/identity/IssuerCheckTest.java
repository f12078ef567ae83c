package io.stallcast.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"auth-service", "auth:8081", "ftp://auth", "http://", "http://a b"})
  void saysWhatToSet(String url) {
    assertThat(new IssuerCheck(Optional.of(url)).complaint())
        .hasValueSatisfying(complaint -> assertThat(complaint).contains("stallcast.auth.url", url));
  }

  @Test
  void isContentWithAnAddressOrNone() {
    assertThat(new IssuerCheck(Optional.of("https://auth:8081")).complaint()).isEmpty();
    assertThat(new IssuerCheck(Optional.empty()).complaint()).isEmpty();
  }
}
