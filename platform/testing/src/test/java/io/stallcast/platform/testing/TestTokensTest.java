package io.stallcast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestTokensTest {
  private final UUID user = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

  @Test
  void areVerifiedByThePublishedKey() throws Exception {
    JwtClaims claims = verifier().processToClaims(TestTokens.of(user, "buyer", "creator"));

    assertThat(claims.getSubject()).isEqualTo(user.toString());
    assertThat(claims.getStringListClaimValue("groups"))
        .containsExactlyInAnyOrder("buyer", "creator");
  }

  @Test
  void areRefusedWhereForgedOrExpired() throws Exception {
    JwtConsumer verifier = verifier();

    assertThatThrownBy(() -> verifier.processToClaims(TestTokens.forged(user)))
        .isInstanceOf(InvalidJwtException.class);
    assertThatThrownBy(() -> verifier.processToClaims(TestTokens.expired(user)))
        .isInstanceOf(InvalidJwtException.class)
        .hasMessageContaining("exp");
  }

  private static JwtConsumer verifier() throws Exception {
    try (var keys = KeyServer.start();
        var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(keys.url() + KeyServer.PATH)).build();
      String published = client.send(request, BodyHandlers.ofString()).body();
      return new JwtConsumerBuilder()
          .setExpectedIssuer("https://stallcast.local")
          .setVerificationKeyResolver(
              new JwksVerificationKeyResolver(new JsonWebKeySet(published).getJsonWebKeys()))
          .build();
    }
  }
}
