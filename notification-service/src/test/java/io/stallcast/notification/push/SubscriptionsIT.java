package io.stallcast.notification.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.stallcast.notification.Browser;
import io.stallcast.notification.Person;
import io.stallcast.notification.TestMailServer;
import io.stallcast.notification.TestPushService;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class SubscriptionsIT {
  private static final String PUSH = "/api/v1/notifications/push";
  private static final String PATH = PUSH + "/subscriptions";

  private final Person person = Person.speaking("en");

  @Test
  void tellTheKeyThatBrowsersSubscribeWith() {
    person
        .client()
        .get(PUSH + "/key")
        .then()
        .statusCode(200)
        .body("publicKey", equalTo(TestPushService.publicKey()));
  }

  @Test
  void areAddedOnceForABrowser() {
    var browser = Browser.open();
    var location =
        person
            .client()
            .body(browser.subscription())
            .post(PATH)
            .then()
            .statusCode(201)
            .body("service", equalTo(TestPushService.origin()))
            .body("createdAt", notNullValue())
            .extract()
            .header("Location");

    browser.subscribedBy(person);

    assertThat(ids()).hasSize(1);
    assertThat(location).isEqualTo(PATH + "/" + ids().getFirst());
    assertThat(person.client().get(PATH).asString())
        .doesNotContain("/push/", "p256dh", "auth", "endpoint");
  }

  @Test
  void endOnceForTheirOwnerAlone() {
    Browser.open().subscribedBy(person);
    var path = PATH + "/" + ids().getFirst();

    Person.speaking("en").client().delete(path).then().statusCode(404);
    assertThat(ids()).hasSize(1);
    person.client().delete(path).then().statusCode(204);
    assertThat(ids()).isEmpty();
    person.client().delete(path).then().statusCode(404);
  }

  @Test
  void makeRoomForTheLatest() {
    var first = Browser.open().subscribedBy(person);
    var oldest = ids().getFirst();
    Stream.generate(Browser::open).limit(3).forEach(browser -> browser.subscribedBy(person));

    assertThat(ids()).hasSize(3).doesNotContain(oldest);
    first.subscribedBy(person);
    assertThat(ids()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "https://localhost:5432/push/x",
        "http://localhost.evil.example/push/x",
        "file:///etc/passwd",
        "mailto:somebody@example.org",
        "/push/x"
      })
  void areOfKnownPushServicesOnly(String endpoint) {
    var subscription = new JsonObject(Browser.open().subscription()).put("endpoint", endpoint);

    person
        .client()
        .body(subscription.encode())
        .post(PATH)
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown_push_service"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p256dh", "auth"})
  void haveTheKeysOfABrowser(String key) {
    for (var wrong : List.of("", "AAAA", "no key!", "BAAA".repeat(22))) {
      var subscription = new JsonObject(Browser.open().subscription());
      subscription.getJsonObject("keys").put(key, wrong);
      person
          .client()
          .body(subscription.encode())
          .post(PATH)
          .then()
          .statusCode(400)
          .body("code", equalTo("validation_failed"));
    }
  }

  @Test
  void refuseWhatIsNone() {
    given().contentType(ContentType.JSON).body("{}").post(PATH).then().statusCode(401);
    given().get(PATH).then().statusCode(401);
    person.client().body("{}").post(PATH).then().statusCode(400);
    person
        .client()
        .body(new JsonObject(Browser.open().subscription()).put("endpoint", "no address").encode())
        .post(PATH)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("endpoint"));
  }

  private List<String> ids() {
    return person
        .client()
        .get(PATH)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }
}
