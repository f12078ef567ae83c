package io.stallcast.auth.key;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import io.stallcast.auth.Claims;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.auth.key.KeyRing.NextKey;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class WellKnownIT {
  @Inject MovingClock clock;
  @Inject KeyForge forge;
  @Inject CurrentKeys keys;

  private Person ada;
  private String token;

  @BeforeEach
  void signIn() {
    ada = People.register();
    token = People.signIn(ada).getString("accessToken");
  }

  @AfterEach
  void resetClock() {
    clock.setRight();
  }

  @Test
  void publishesTheKeysThatVerifyItsTokens() throws Exception {
    var published = new JsonWebKeySet(get("/.well-known/jwks.json").asString());
    var verifier =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
            .setExpectedIssuer("https://stallcast.local")
            .build();
    assertThat(verifier.processToClaims(token).getSubject()).isEqualTo(ada.id().toString());
  }

  @Test
  void publishesPublicHalvesOnlyAndLetsThemBeCached() {
    var answer = get("/.well-known/jwks.json");
    answer.then().header("Cache-Control", containsString("max-age=300"));
    Map<String, String> key = answer.jsonPath().getMap("keys[0]");
    assertThat(key)
        .containsOnlyKeys("kty", "kid", "use", "alg", "n", "e")
        .containsEntry("alg", "RS256")
        .containsEntry("use", "sig");
  }

  @Test
  void describesTheIssuer() {
    get("/.well-known/openid-configuration")
        .then()
        .statusCode(200)
        .body("issuer", equalTo("https://stallcast.local"))
        .body("jwks_uri", equalTo("http://localhost:8080/.well-known/jwks.json"))
        .body("id_token_signing_alg_values_supported", hasItem("RS256"));
  }

  @Test
  void refusesATokenAfterItsTime() {
    me(token, 200);
    clock.move(Duration.ofMinutes(16));
    me(token, 401);
  }

  @Test
  void refusesATokenThatWasChanged() {
    String[] parts = token.split("\\.");
    me(parts[0] + "." + parts[1].replace('a', 'b') + "." + parts[2], 401);
  }

  @Test
  void refusesATokenOfAnotherKeyUnderTheSameId() {
    me(signed(forge.make(new NextKey(1, clock.instant())).privateKey().orElseThrow()), 401);
    me(signed(keys.ring().signing(clock.instant()).privateKey().orElseThrow()), 200);
  }

  @Test
  void refusesATokenSignedWithThePublicKeyAsASecret() {
    String confused =
        Jwt.issuer("https://stallcast.local")
            .subject(ada.id().toString())
            .jws()
            .keyId(Claims.kid(token))
            .algorithm(SignatureAlgorithm.HS256)
            .sign(
                KeyUtils.createSecretKeyFromSecret(
                    keys.ring().signing(clock.instant()).publicKey().toString()));
    me(confused, 401);
  }

  private String signed(PrivateKey key) {
    return Jwt.issuer("https://stallcast.local")
        .subject(ada.id().toString())
        .groups(Set.of("buyer"))
        .expiresIn(60)
        .jws()
        .keyId(Claims.kid(token))
        .sign(key);
  }

  private static void me(String accessToken, int status) {
    given().auth().oauth2(accessToken).get("/api/v1/auth/me").then().statusCode(status);
  }
}
