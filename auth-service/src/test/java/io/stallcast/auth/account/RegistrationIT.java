package io.stallcast.auth.account;

import static io.stallcast.auth.People.PASSWORD;
import static io.stallcast.auth.People.json;
import static io.stallcast.auth.People.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.stallcast.auth.People;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent.UserCreated;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RegistrationIT {
  @Test
  void opensAnAccountForABuyer() {
    String email = newEmail();
    People.register(email)
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .body("id", notNullValue())
        .body("email", equalTo(email))
        .body("displayName", equalTo("Ada"))
        .body("roles", contains("buyer"));
  }

  @Test
  void announcesTheAccount() {
    String email = newEmail();
    String id = People.register(email).path("id");
    var event = TopicProbe.on(Topic.USER_EVENTS).await(UserCreated.class, id);
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.data().user())
        .satisfies(user -> assertThat(user.email()).isEqualTo(email))
        .satisfies(user -> assertThat(user.roles()).containsExactly("buyer"))
        .satisfies(user -> assertThat(user.locale()).isEqualTo("en"));
  }

  @Test
  void refusesAnAddressThatIsTakenInAnotherCase() {
    String email = newEmail();
    People.register(email).then().statusCode(201);
    People.register(email.toUpperCase(Locale.ROOT))
        .then()
        .statusCode(409)
        .body("code", equalTo("email_taken"));
  }

  @Test
  void givesOneAddressToOneOfManyWhoAskAtOnce() throws Exception {
    String email = newEmail();
    Callable<Response> asking = () -> People.register(email);
    try (var clients = Executors.newFixedThreadPool(5)) {
      List<Integer> statuses =
          clients.invokeAll(List.of(asking, asking, asking, asking, asking)).stream()
              .map(answer -> answer.resultNow().statusCode())
              .toList();
      assertThat(statuses).containsOnlyOnce(201).contains(409);
      assertThat(statuses).containsOnly(201, 409);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ada", "ada@", "@example.org", "ada@example", "a da@example.org", "a@b@c.org"})
  void refusesWhatIsNoAddress(String email) {
    People.register(email)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation_failed"))
        .body("violations.field", hasItem("email"));
  }

  @Test
  void refusesACommonPasswordWithoutRepeatingIt() {
    json(Map.of("email", newEmail(), "password", "Password1234", "displayName", "Ada"))
        .post("/api/v1/auth/register")
        .then()
        .statusCode(400)
        .body("violations.field", contains("password"))
        .body("detail", not(equalTo("Password1234")));
  }

  @Test
  void refusesANameThatTurnsTextAround() {
    json(Map.of("email", newEmail(), "password", PASSWORD, "displayName", "Ada\u202Enimda"))
        .post("/api/v1/auth/register")
        .then()
        .statusCode(400)
        .body("violations.field", contains("displayName"));
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    json(Map.of("email", newEmail(), "password", PASSWORD, "displayName", "Ada", "roles", "admin"))
        .post("/api/v1/auth/register")
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown_field"));
  }
}
