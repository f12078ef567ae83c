package io.stallcast.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {
  @Test
  void prefersTheHeaderAndDecodesIt() {
    assertThat(ClientCredentials.of("basic " + base64("a%20b:c%3Ad:e"), "other", "other"))
        .contains(new ClientCredentials("a b", "c:d:e"));
  }

  @Test
  void takesTheFormWhereThereIsNoBasicHeader() {
    assertThat(ClientCredentials.of("Bearer x", "id", "secret"))
        .contains(new ClientCredentials("id", "secret"));
    assertThat(ClientCredentials.of(null, "id", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic ***", "Basic bm9jb2xvbg=="})
  void findsNobodyInABrokenHeader(String header) {
    assertThat(ClientCredentials.of(header, null, null)).isEmpty();
  }

  @Test
  void doesNotPrintTheSecret() {
    assertThat(new ClientCredentials("id", "hidden").toString()).doesNotContain("hidden");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
