package io.stallcast.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @Test
  void readsInstants() {
    assertThat(Instants.parse("2026-01-31T13:00:00+01:00"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026-13-01T00:00:00Z",
        "+1000000000-01-01T00:00:00Z",
        "0000-12-31T23:59:59Z"
      })
  void refusesWhatNobodyCanKeep(String text) {
    assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
