package io.stallcast.auth.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.stallcast.auth.Claims;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ServiceTokenIT {
  private static final String SECRET = "a-secret-for-tests-only";

  @Test
  void givesAServiceItsTokenByForm() {
    JsonPath answer =
        byForm("client_credentials", "order-service", SECRET)
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("token_type", equalTo("Bearer"))
            .body("expires_in", equalTo(900))
            .extract()
            .jsonPath();
    JsonPath claims = Claims.of(answer.getString("access_token"));
    assertThat(claims.getList("groups")).isEqualTo(List.of("service"));
    assertThat(claims.getString("client_id")).isEqualTo("order-service");
    assertThat(claims.getString("sub")).isNotBlank();
  }

  @Test
  void givesAServiceItsTokenByBasicHeader() {
    given()
        .auth()
        .preemptive()
        .basic("order-service", SECRET)
        .formParam("grant_type", "client_credentials")
        .post("/api/v1/auth/token")
        .then()
        .statusCode(200);
  }

  @Test
  void refusesAWrongSecretAndAnUnknownClientAlike() {
    refused(byForm("client_credentials", "order-service", "guess"));
    refused(byForm("client_credentials", "nobody", SECRET));
    refused(given().formParam("grant_type", "client_credentials").post("/api/v1/auth/token"));
  }

  @Test
  void refusesOtherGrants() {
    byForm("password", "order-service", SECRET)
        .then()
        .statusCode(400)
        .body("code", equalTo("unsupported_grant_type"));
  }

  private static Response byForm(String grantType, String id, String secret) {
    return given()
        .formParam("grant_type", grantType)
        .formParam("client_id", id)
        .formParam("client_secret", secret)
        .post("/api/v1/auth/token");
  }

  private static void refused(Response answer) {
    answer.then().statusCode(401).body("code", equalTo("invalid_client"));
  }
}
