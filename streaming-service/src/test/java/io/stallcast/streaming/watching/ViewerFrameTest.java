package io.stallcast.streaming.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.streaming.watching.ViewerFrame.React;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerFrameTest {
  private static final ValidatorFactory RULES = Validation.buildDefaultValidatorFactory();

  @AfterAll
  static void close() {
    RULES.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"👍", "❤️", "👩🏽‍🚀", "🇪🇺", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦", "1️⃣"})
  void takesAnyEmoji(String emoji) {
    assertThat(RULES.getValidator().validate(new React(emoji))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a", "1", "👍👍", "👍 ", "<b>", "lol"})
  void takesNothingElse(String text) {
    assertThat(RULES.getValidator().validate(new React(text))).isNotEmpty();
  }
}
