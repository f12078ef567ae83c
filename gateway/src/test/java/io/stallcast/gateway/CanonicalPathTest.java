package io.stallcast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

  @Test
  void decodesAndDropsTheSlashAtTheEnd() {
    assertThat(CanonicalPath.of("/api/v1/inventory/%72eserve/"))
        .contains(new CanonicalPath("/api/v1/inventory/reserve"));
    assertThat(CanonicalPath.of("/")).contains(new CanonicalPath("/"));
    assertThat(CanonicalPath.of("/a+b/caf%C3%A9")).contains(new CanonicalPath("/a+b/café"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "api/v1",
        "//api",
        "/api//v1",
        "/api/v1//",
        "/./api",
        "/api/../q",
        "/api/.",
        "/%2e%2e/q",
        "/api/%2E/v1",
        "/api%2Fv1",
        "/api%2fv1",
        "/api;a=b/v1",
        "/api/v1;",
        "/api%3Bx",
        "/api\\v1",
        "/api%5Cv1",
        "/api%252Fv1",
        "/api%00",
        "/api%0d%0aX",
        "/api%zz",
        "/api%",
        "/%C0%AE%C0%AE/q",
        "/api/%20/v1",
        "/api%3Fx",
        "/api%23x"
      })
  void hasNoneForWhatCouldBeReadInTwoWays(String sent) {
    assertThat(CanonicalPath.of(sent)).isEmpty();
  }

  @Test
  void isUnderAPrefixByWholeSegments() {
    CanonicalPath path = new CanonicalPath("/api/v1/orders/7");

    assertThat(path.isUnder("/api/v1/orders")).isTrue();
    assertThat(path.isUnder("/api/v1/orders/7")).isTrue();
    assertThat(path.isUnder("/api/v1/order")).isFalse();
    assertThat(path.isUnder("/api/v1/orders/7/saga")).isFalse();
  }
}
