package io.stallcast.auth.account;

import static io.restassured.RestAssured.given;
import static io.stallcast.auth.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.stallcast.auth.Claims;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent;
import io.stallcast.platform.event.auth.UserEvent.UserRoleChanged;
import io.stallcast.platform.event.auth.UserEvent.UserUpdated;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.platform.testing.TopicProbe;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class OwnAccountIT {
  private Person ada;
  private JsonPath tokens;

  @BeforeEach
  void signIn() {
    ada = People.register();
    tokens = People.signIn(ada);
  }

  @Test
  void showsMyAccount() {
    as(tokens)
        .get("/api/v1/auth/me")
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("id", equalTo(ada.id().toString()))
        .body("email", equalTo(ada.email()))
        .body("roles", contains("buyer"));
  }

  @Test
  void refusesWhoDidNotSignIn() {
    given().get("/api/v1/auth/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
  }

  @Test
  void refusesTokensOfAnotherIssuer() {
    given()
        .auth()
        .oauth2(TestTokens.of(ada.id(), "admin"))
        .get("/api/v1/auth/me")
        .then()
        .statusCode(401);
  }

  @Test
  void changesTheProfileAndSaysSo() {
    patch("\"0\"", Map.of("displayName", "Countess", "locale", "de-AT"))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("displayName", equalTo("Countess"))
        .body("locale", equalTo("de-AT"));

    var event = TopicProbe.on(Topic.USER_EVENTS).await(UserUpdated.class, ada.id());
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.data().user().displayName()).isEqualTo("Countess");
    assertThat(event.data().user().locale()).isEqualTo("de-AT");
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    patch("\"0\"", Map.of("displayName", "Countess")).then().statusCode(200);
    patch("\"0\"", Map.of("displayName", "Enchantress")).then().statusCode(412);
  }

  @Test
  void refusesAChangeOfAnyVersion() {
    as(tokens)
        .contentType("application/merge-patch+json")
        .body(Map.of("displayName", "Countess"))
        .patch("/api/v1/auth/me")
        .then()
        .statusCode(428);
  }

  @Test
  void refusesABlankNameAndAnUnknownLocale() {
    patch("\"0\"", Map.of("displayName", "  ")).then().statusCode(400);
    patch("\"0\"", Map.of("locale", "german please")).then().statusCode(400);
  }

  @Test
  void givesASelfServiceRoleThatTheNextTokenCarries() {
    takeRole("creator").then().statusCode(200).body("roles", contains("buyer", "creator"));

    String next = People.refresh(tokens.getString("refreshToken")).path("accessToken");
    assertThat(Claims.of(next).getList("groups")).containsExactlyInAnyOrder("buyer", "creator");
    var event = TopicProbe.on(Topic.USER_EVENTS).await(UserRoleChanged.class, ada.id());
    assertThat(event.data().user().roles()).containsExactlyInAnyOrder("buyer", "creator");
  }

  @Test
  void announcesARoleOnce() {
    takeRole("creator").then().statusCode(200);
    takeRole("creator").then().statusCode(200);
    patch("\"1\"", Map.of("displayName", "Countess")).then().statusCode(200);

    TopicProbe users = TopicProbe.on(Topic.USER_EVENTS);
    users.await(UserUpdated.class, ada.id());
    assertThat(users.seen(UserEvent.class))
        .filteredOn(event -> event.subject().equals(ada.id().toString()))
        .extracting(event -> event.data().getClass().getSimpleName())
        .containsExactly("UserCreated", "UserRoleChanged", "UserUpdated");
  }

  @Test
  void refusesRolesThatAreNotSelfService() {
    takeRole("admin").then().statusCode(403).body("code", equalTo("role_not_self_service"));
    takeRole("emperor").then().statusCode(400).body("code", equalTo("validation_failed"));
  }

  private Response takeRole(String role) {
    return as(tokens)
        .contentType(ContentType.JSON)
        .body(Map.of("role", role))
        .post("/api/v1/auth/me/roles");
  }

  private Response patch(String ifMatch, Map<String, String> change) {
    return as(tokens)
        .contentType("application/merge-patch+json")
        .header("If-Match", ifMatch)
        .body(change)
        .patch("/api/v1/auth/me");
  }
}
