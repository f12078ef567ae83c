package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class PreferencesIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String PATH = "/api/v1/notifications/preferences";
  private static final Map<String, Boolean> DEFAULTS =
      Map.of("in_app", true, "email", true, "push", false, "digest", false);

  @Inject Rows rows;

  @Test
  void haveDefaultsForEveryKind() {
    var followed = Map.of("in_app", true, "email", false, "push", false, "digest", false);
    assertThat(of(Person.speaking("en")))
        .containsOnlyKeys(
            "welcome",
            "order_confirmed",
            "order_failed",
            "refund",
            "sale",
            "creator_live",
            "stream_reminder")
        .allSatisfy((kind, channels) ->
            assertThat(channels).isEqualTo(kind.equals("creator_live") ? followed : DEFAULTS));
  }

  @Test
  void areReplacedAsAWhole() {
    var person = Person.speaking("en");
    person.choose("{\"sale\": {\"in_app\": false, \"email\": true, \"push\": true}}");
    assertThat(of(person))
        .containsEntry(
            "sale", Map.of("in_app", false, "email", true, "push", true, "digest", false))
        .containsEntry("refund", DEFAULTS);

    person.choose("{\"refund\": {\"in_app\": true, \"email\": false, \"push\": false}}");

    assertThat(of(person))
        .containsEntry("sale", DEFAULTS)
        .containsEntry(
            "refund", Map.of("in_app", true, "email", false, "push", false, "digest", false));
  }

  @Test
  void knowNoOtherKinds() {
    Person.speaking("en")
        .client()
        .body("{\"gossip\": {\"in_app\": true, \"email\": true, \"push\": true}}")
        .put(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation_failed"))
        .body("violations.field", hasItem("gossip"));
  }

  @Test
  void mayAskForADigest() {
    var person = Person.speaking("en");
    person.choose(
        "{\"sale\": {\"in_app\": true, \"email\": true, \"push\": false, \"digest\": true}}");

    assertThat(of(person))
        .containsEntry(
            "sale", Map.of("in_app", true, "email", true, "push", false, "digest", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"digest\": {\"in_app\": true, \"email\": true, \"push\": true}}",
        "{\"sale\": {\"in_app\": true, \"email\": true}}",
        "{\"sale\": {\"in_app\": true, \"email\": true, \"push\": true, \"fax\": true}}",
        "{\"sale\": {\"in_app\": \"yes\", \"email\": true, \"push\": true}}",
        "{\"sale\": null}",
        "[]",
        ""
      })
  void refuseWhatIsNotThree(String body) {
    Person.speaking("en").client().body(body).put(PATH).then().statusCode(400);
  }

  @Test
  void decideThroughWhichChannelsSomeoneIsTold() {
    var person = Person.known("en");
    person.choose(
        """
        {"order_confirmed": {"in_app": false, "email": false, "push": false},
         "order_failed":    {"in_app": false, "email": true,  "push": false},
         "refund":          {"in_app": true,  "email": false, "push": false}}
        """);
    var purchase = Purchase.by(person);
    purchase.confirm();
    purchase.fail("declined");
    purchase.refund();

    await().atMost(SOON).untilAsserted(() -> assertThat(person.kinds()).containsExactly("refund"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(rows.emailStates(person.id())).containsExactly("SENT"));
    assertThat(person.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail.subject()).contains("could not be completed"));
  }

  private static Map<String, Map<String, Boolean>> of(Person person) {
    return person.client().get(PATH).then().statusCode(200).extract().jsonPath().getMap("");
  }
}
