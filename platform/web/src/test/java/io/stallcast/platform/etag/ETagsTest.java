package io.stallcast.platform.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

  @Test
  void readsItsOwnTag() {
    assertThat(ETags.of(3)).isEqualTo("\"3\"");
    assertThat(ETags.version(ETags.of(Long.MAX_VALUE / 10))).isEqualTo(Long.MAX_VALUE / 10);
    assertThat(ETags.version(" \"0\" ")).isZero();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "*"})
  void needsATag(String ifMatch) {
    assertRefused(ifMatch, StandardProblem.PRECONDITION_REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "W/\"3\"", "\"x\"", "\"-1\"", "\"1\", \"2\"", "\"99999999999999999999\""})
  void cannotMatchAnotherTag(String ifMatch) {
    assertRefused(ifMatch, StandardProblem.PRECONDITION_FAILED);
  }

  private static void assertRefused(String ifMatch, StandardProblem type) {
    assertThatThrownBy(() -> ETags.version(ifMatch))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }
}
