package io.stallcast.auth.session;

import static io.restassured.RestAssured.given;
import static io.stallcast.auth.People.as;
import static io.stallcast.auth.People.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.stallcast.auth.Claims;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.platform.testing.ServiceInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SessionsIT {
  private Person ada;
  private JsonPath phone;
  private JsonPath laptop;

  @BeforeEach
  void signInTwice() {
    ada = People.register();
    phone = People.signIn(ada);
    laptop = People.signIn(ada);
  }

  @Test
  void listsWhereIAmSignedInTheNewestFirst() {
    as(laptop)
        .get("/api/v1/auth/sessions")
        .then()
        .statusCode(200)
        .body("items.id", contains(id(laptop), id(phone)))
        .body("items.current", contains(true, false))
        .body("items[0].userAgent", notNullValue())
        .body("next", nullValue());
  }

  @Test
  void listsPageByPage() {
    String next =
        as(phone)
            .get("/api/v1/auth/sessions?limit=1")
            .then()
            .body("items.id", contains(id(laptop)))
            .extract()
            .path("next");
    as(phone)
        .get("/api/v1/auth/sessions?limit=1&cursor=" + next)
        .then()
        .body("items.id", contains(id(phone)))
        .body("next", nullValue());
  }

  @Test
  void endsOneSession() {
    as(laptop).delete("/api/v1/auth/sessions/" + id(phone)).then().statusCode(204);

    refresh(phone.getString("refreshToken")).then().statusCode(401);
    refresh(laptop.getString("refreshToken")).then().statusCode(200);
    as(laptop).delete("/api/v1/auth/sessions/" + id(phone)).then().statusCode(404);
  }

  @Test
  void endsAllSessions() {
    as(laptop).delete("/api/v1/auth/sessions").then().statusCode(204);

    as(laptop).get("/api/v1/auth/sessions").then().body("items", hasSize(0));
    refresh(phone.getString("refreshToken")).then().statusCode(401);
    refresh(laptop.getString("refreshToken")).then().statusCode(401);
  }

  @Test
  void hidesOtherPeoplesSessions() {
    JsonPath eve = People.signIn(People.register());
    as(eve).delete("/api/v1/auth/sessions/" + id(phone)).then().statusCode(404);
    refresh(phone.getString("refreshToken")).then().statusCode(200);
  }

  @Test
  void refusesWhoDidNotSignIn() {
    given().get("/api/v1/auth/sessions").then().statusCode(401);
    assertThat(id(phone)).isNotEqualTo(id(laptop));
  }

  private static String id(JsonPath tokens) {
    return Claims.of(tokens.getString("accessToken")).getString("sid");
  }
}
