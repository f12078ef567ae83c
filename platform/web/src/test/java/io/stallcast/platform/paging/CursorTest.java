package io.stallcast.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void carriesSortValuesThroughTheClient() {
    UUID id = UUID.randomUUID();
    Instant at = Instant.parse("2026-01-31T12:00:00.123456789Z");

    Cursor read = Cursor.decode(Cursor.of(at, id, 7L, "a \"b\" ü").encode());

    assertThat(read.instant(0)).isEqualTo(at);
    assertThat(read.uuid(1)).isEqualTo(id);
    assertThat(read.number(2)).isEqualTo(7);
    assertThat(read.text(3)).isEqualTo("a \"b\" ü");
  }

  @Test
  void needsNoEscapingInAnUri() {
    assertThat(Cursor.of("???>>>", 1).encode()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[null]", "[1,{}]", "[\"a\"", "7"})
  void refusesOtherJson(String json) {
    String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    assertForged(() -> Cursor.decode(text));
  }

  @Test
  void refusesWhatItDidNotWrite() {
    assertForged(() -> Cursor.decode("%%%"));
    assertForged(() -> Cursor.decode("A".repeat(5000)));
  }

  @Test
  void refusesValuesOfAnotherList() {
    Cursor other = Cursor.of("text");
    assertForged(() -> other.uuid(0));
    assertForged(() -> other.instant(0));
    assertForged(() -> other.number(0));
    assertForged(() -> other.text(1));
  }

  private static void assertForged(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(StandardProblem.MALFORMED_REQUEST));
  }
}
