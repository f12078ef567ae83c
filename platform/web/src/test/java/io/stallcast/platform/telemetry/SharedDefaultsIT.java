package io.stallcast.platform.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.problem.JwksServer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The defaults in META-INF/microprofile-config.properties reach the application. */
@QuarkusTest
@WithTestResource(JwksServer.class)
class SharedDefaultsIT {
  @Inject Clock clock;

  @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint")
  String collector;

  @Test
  void readsUtc() {
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void sendsNoTracesUnlessToldWhere() {
    assertThat(collector).isBlank();
  }

  @Test
  void measuresRequestsPerServiceAndByRoute() {
    given().get("/probe/public").then().statusCode(200);

    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            matchesPattern(
                "(?s).*http_server_requests_seconds_bucket\\{[^}]*service=\"platform-web\""
                    + "[^}]*uri=\"/probe/public\"[^}]*le=\"0.1\"[^}]*}.*"));
  }

  @Test
  void isReady() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void documentsTheBearerToken() {
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
        .body("info.title", containsString("platform-web"))
        .body("paths.'/probe/admin'.get.security", notNullValue());
  }

  @Test
  void documentsTheProblemsOfEveryOperation() {
    String problem = "content.'application/problem+json'.schema.'$ref'";
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .body("components.schemas.Problem.required", hasItem("code"))
        .body(
            "paths.'/probe/public'.get.responses.default." + problem,
            equalTo("#/components/schemas/Problem"))
        .body(
            "paths.'/probe/admin'.get.responses.'403'." + problem,
            equalTo("#/components/schemas/Problem"));
  }
}
