package io.stallcast.auth.session;

import static io.stallcast.auth.People.PASSWORD;
import static io.stallcast.auth.People.json;
import static io.stallcast.auth.People.login;
import static io.stallcast.auth.People.newAddress;
import static io.stallcast.auth.People.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.stallcast.auth.Claims;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SignInIT {
  @Inject MeterRegistry metrics;

  @Test
  void givesTokensForTheRightPassword() {
    Person ada = People.register();
    JsonPath tokens =
        login(ada.email().toUpperCase(Locale.ROOT), PASSWORD, ada.address())
            .then()
            .statusCode(200)
            .header("Cache-Control", equalTo("no-store"))
            .body("tokenType", equalTo("Bearer"))
            .body("expiresIn", equalTo(900))
            .extract()
            .jsonPath();

    JsonPath claims = Claims.of(tokens.getString("accessToken"));
    assertThat(claims.getString("iss")).isEqualTo("https://stallcast.local");
    assertThat(claims.getString("sub")).isEqualTo(ada.id().toString());
    assertThat(claims.getList("groups")).isEqualTo(List.of("buyer"));
    assertThat(claims.getString("name")).isEqualTo("Ada");
    assertThat(claims.getString("jti")).isNotBlank();
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
  }

  @Test
  void answersAWrongPasswordAndAnUnknownAccountAlike() {
    Person ada = People.register();
    Map<String, Object> wrong = refusal(ada.email());
    Map<String, Object> unknown = refusal(newEmail());

    assertThat(wrong).containsEntry("code", "bad_credentials").containsEntry("status", 401);
    wrong.remove("traceId");
    unknown.remove("traceId");
    assertThat(unknown).isEqualTo(wrong);
  }

  @Test
  void hashesForAnUnknownAccountAsForAKnownOne() {
    long before = hashes();
    Person ada = People.register();
    awaitHashes(before + 1);

    refusal(ada.email());
    awaitHashes(before + 2);

    refusal(newEmail());
    awaitHashes(before + 3);
  }

  @Test
  void refusesRequestsWithoutAPassword() {
    json(Map.of("email", newEmail()))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("password")));
  }

  private static Map<String, Object> refusal(String email) {
    return login(email, "not the password", newAddress()).jsonPath().getMap("");
  }

  /** They are counted when their thread is done with them, which may be after the answer. */
  private void awaitHashes(long count) {
    await().until(this::hashes, equalTo(count));
  }

  private long hashes() {
    return metrics.get("executor").tag("name", "hashing").timer().count();
  }
}
