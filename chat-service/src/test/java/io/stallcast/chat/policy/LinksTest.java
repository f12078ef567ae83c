package io.stallcast.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "see HTTP://EXAMPLE.ORG/x now",
        "www.example.org",
        "at example.com",
        "example.museum/tickets",
        "bücher.de",
        "ｅｘａｍｐｌｅ．ｃｏｍ",
        "tg://join"
      })
  void findsLinks(String text) {
    assertThat(Links.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "Well.Done", "3.14", "e.g. this", "and/or", "12:30", "wait...what"})
  void findsNoneInOthers(String text) {
    assertThat(Links.isIn(text)).isFalse();
  }
}
