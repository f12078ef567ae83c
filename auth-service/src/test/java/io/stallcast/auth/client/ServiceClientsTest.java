package io.stallcast.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceClientsTest {
  @Test
  void complainsOfShortSecretsWithoutTellingThem() {
    assertThat(withSecret("tiny-one").complaint())
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .contains("stallcast.auth.clients.order-service.secret")
                .doesNotContain("tiny-one"));
  }

  @Test
  void hasNothingToSayOfLongOnes() {
    assertThat(withSecret("a-secret-for-tests-only").complaint()).isEmpty();
  }

  @Test
  void knowsNoClientWhereNoneIsConfigured() {
    var none = new ServiceClients(Settings.defaults(ClientConfig.class));
    assertThat(none.accepts("order-service", "")).isFalse();
  }

  private static ServiceClients withSecret(String secret) {
    return new ServiceClients(
        Settings.with(
            ClientConfig.class, Map.of("stallcast.auth.clients.order-service.secret", secret)));
  }
}
