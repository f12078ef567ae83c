package io.stallcast.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableUriTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a?b=c", "/%41?q=%C3%BC%20%F0%9F%91%BB", "/a%2Fb?q=100%25"})
  void readsWhatIsText(String uri) {
    assertThat(ReadableUri.isReadable(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%4", "/%zz", "/a?b=%00", "/%ff", "/?q=%ED%A0%80", "/?q=%C3"})
  void refusesWhatIsNot(String uri) {
    assertThat(ReadableUri.isReadable(uri)).isFalse();
  }
}
