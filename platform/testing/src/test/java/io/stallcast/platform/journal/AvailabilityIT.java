package io.stallcast.platform.journal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class AvailabilityIT {

  @ParameterizedTest
  @CsvSource({
    "database-stopped, 503, unavailable",
    "connection-refused, 503, unavailable",
    "connection-lost, 503, unavailable",
    "pool-exhausted, 503, unavailable",
    "circuit-open, 503, unavailable",
    "bulkhead-full, 503, unavailable",
    "partner-late, 504, timeout",
    "writers-met, 409, conflict",
    "constraint-broken, 500, internal_error"
  })
  void tellsWhatIsAway(String failure, int status, String code) {
    given()
        .get("/failing/" + failure)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body(not(containsString("Exception")));
  }
}
