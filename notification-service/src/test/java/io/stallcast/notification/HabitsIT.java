package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class HabitsIT {
  private static final String PATH = "/api/v1/notifications/settings";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  private final Person person = Person.known("en");

  @Test
  void haveDefaultsAndAreReplaced() {
    person
        .client()
        .get(PATH)
        .then()
        .statusCode(200)
        .body("timeZone", equalTo("UTC"))
        .body("quietHours", nullValue())
        .body("digestAt", equalTo("08:00"));

    settle(
        "{'timeZone':'Europe/Berlin','quietHours':{'from':'22:00','to':'07:00'},"
            + "'digestAt':'18:30'}");
    person
        .client()
        .get(PATH)
        .then()
        .body("timeZone", equalTo("Europe/Berlin"))
        .body("quietHours.from", equalTo("22:00"))
        .body("quietHours.to", equalTo("07:00"))
        .body("digestAt", equalTo("18:30"));

    settle("{'timeZone':'UTC','quietHours':null,'digestAt':'08:00'}");
    person.client().get(PATH).then().body("quietHours", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'timeZone':'Middle/Earth','digestAt':'08:00'}",
        "{'timeZone':'UTC','digestAt':'24:00'}",
        "{'timeZone':'UTC','digestAt':'8'}",
        "{'timeZone':'UTC'}",
        "{'digestAt':'08:00'}",
        "{'timeZone':'UTC','digestAt':'08:00','quietHours':{'from':'22:00'}}",
        "{'timeZone':'UTC','digestAt':'08:00','quietHours':{'from':'22:00','to':'22:00'}}",
        "{}"
      })
  void refuseWhatIsNoTime(String settings) {
    person.client().body(settings.replace('\'', '"')).put(PATH).then().statusCode(400);
  }

  @Test
  void letEmailsAndPushesWait() {
    var browser = Browser.open().subscribedBy(person);
    person.choose(
        """
        {"sale":         {"in_app": true, "email": true,  "push": true},
         "order_failed": {"in_app": true, "email": false, "push": true}}
        """);
    beQuietNow();

    Purchase.by(Person.speaking("en")).from(person).confirm();
    await().atMost(SOON).untilAsserted(() -> assertThat(person.kinds()).containsExactly("sale"));
    Purchase.by(person).fail("declined");

    await().atMost(SOON).untilAsserted(() -> assertThat(browser.received()).hasSize(1));
    assertThat(kindOf(browser, 0)).isEqualTo("order_failed");
    assertThat(rows.emailStates(person.id())).containsExactly("QUEUED");
    assertThat(rows.tries(person.id())).isEmpty();

    rows.endQuietHours(person.id());
    await().atMost(SOON).untilAsserted(() -> assertThat(browser.received()).hasSize(2));
    assertThat(kindOf(browser, 1)).isEqualTo("sale");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(rows.emailStates(person.id())).containsExactly("SENT"));
    assertThat(person.mails()).hasSize(1);
  }

  @Test
  void keepBackWhatIsNoNewsInTheMorning() {
    var browser = Browser.open().subscribedBy(person);
    person.choose("{\"creator_live\": {\"in_app\": true, \"email\": true, \"push\": true}}");
    beQuietNow();
    var broadcast = Broadcast.by(Person.speaking("en")).followedBy(person);
    await().atMost(SOON).until(() -> !rows.followersOf(broadcast.creatorId()).isEmpty());

    broadcast.begin();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(person.kinds()).containsExactly("creator_live"));
    assertThat(rows.emailStates(person.id())).isEmpty();
    assertThat(rows.pushTimersOf(person.id())).isZero();
    assertThat(browser.received()).isEmpty();
  }

  @Test
  void leaveNoTraceOfAnErasedPerson() {
    beQuietNow();

    person.erase(2);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.everythingOf(person.id())).containsExactly("recipient"));
  }

  private void beQuietNow() {
    await().atMost(SOON).until(() -> !rows.everythingOf(person.id()).isEmpty());
    var now = LocalTime.now(ZoneOffset.UTC);
    var minutes = DateTimeFormatter.ofPattern("HH:mm");
    settle(
        "{'timeZone':'UTC','digestAt':'08:00','quietHours':{'from':'%s','to':'%s'}}"
            .formatted(now.minusHours(1).format(minutes), now.plusHours(1).format(minutes)));
  }

  private void settle(String settings) {
    person.client().body(settings.replace('\'', '"')).put(PATH).then().statusCode(200);
  }

  private static String kindOf(Browser browser, int index) {
    return browser.read(browser.received().get(index)).getString("kind");
  }
}
