package io.stallcast.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFilterTest {
  private final WordFilter filter = WordFilter.of(List.of("Spammer", "buy now", "Müll"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spammer",
        "You SPAMMER!",
        "spammer, go",
        "ｓｐａｍｍｅｒ",
        "𝓼𝓹𝓪𝓶𝓶𝓮𝓻",
        "spámmér",
        "sp\u200Bam\u00ADmer",
        "sp4mm3r",
        "$p@mmer",
        "ѕрammer",
        "spaaammmmer",
        "s p a m m e r",
        "s.p.a.m.m.e.r",
        "Buy   NOW",
        "buy, now",
        "mull",
        "MU\u0308LL"
      })
  void findsAWordHoweverItIsSpelled(String text) {
    assertThat(filter.finds(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "spammers are elsewhere", "buying nowhere", "now buy", "a b c"})
  void findsNothingInOthers(String text) {
    assertThat(filter.finds(text)).isFalse();
  }

  @Test
  void findsNothingWhereNothingIsWanted() {
    assertThat(WordFilter.of(List.of("!!!", "\u200B")).finds("!!! anything")).isFalse();
  }
}
