package io.stallcast.platform.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.journal.JournalEvent.Noted;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class DeadLettersResourceIT {
  private static final String PATH = "/api/v1/admin/dead-letters";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final String subject = UUID.randomUUID().toString();
  private final Operator operator = new Operator();

  @Test
  void showsWhatIsWrongAndWhatWaitsButNoSecrets() {
    TestEvents.sendRaw(
        Topic.ORDER_JOBS, subject, "journal.noted", "{\"text\":{},\"paymentToken\":\"tok_visa\"}");
    send("second");
    awaitKept(2);

    var letter = operator.reads(operator.open(subject)).jsonPath();

    assertThat(letter.getString("letter.service")).isEqualTo("order-service");
    assertThat(letter.getString("letter.consumer")).isEqualTo("order.jobs");
    assertThat(letter.getString("letter.type")).isEqualTo("journal.noted");
    assertThat(letter.getString("letter.reason")).isEqualTo("invalid_record");
    assertThat(letter.getString("letter.detail")).contains("journal.noted");
    assertThat(letter.getString("headers.ce_subject")).isEqualTo(subject);
    assertThat(letter.getString("value")).contains("\"paymentToken\":\"***\"").contains("text");
    assertThat(letter.getInt("behind")).isEqualTo(1);
    assertThat(letter.getList("next"))
        .containsExactly(operator.lists(subject, "parked").getFirst().get("id"));
  }

  @Test
  void listsPageByPage() {
    send("poison", "b", "c", "d", "e");
    awaitKept(5);
    var seen = new ArrayList<Object>();

    String cursor = null;
    do {
      var request = operator.ask().queryParam("subject", subject).queryParam("limit", 2);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH).jsonPath();
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            operator.lists(subject).stream().map(letter -> letter.get("id")).toList());
  }

  @Test
  void repliesThatTheFirstOneMustBeSeenTo() {
    send("poison", "second");
    awaitKept(2);
    var second = (String) operator.lists(subject, "parked").getFirst().get("id");

    assertThat(operator.replays(second).jsonPath().getString("code"))
        .isEqualTo("dead_letter_behind");
    assertThat(operator.discards(second, "no").jsonPath().getString("code"))
        .isEqualTo("dead_letter_behind");
  }

  @Test
  void repliesThatItIsSettled() {
    send("poison");
    awaitKept(1);
    var letter = operator.open(subject);
    operator.discards(letter, "it is poison").then().statusCode(200);

    operator.replays(letter).then().statusCode(409);
    assertThat(operator.discards(letter, "again").jsonPath().getString("code"))
        .isEqualTo("dead_letter_settled");
  }

  @Test
  void wantsToKnowWhySomethingIsDiscarded() {
    var answer = operator.discards(UUID.randomUUID().toString(), " ");

    answer.then().statusCode(400);
    assertThat(answer.jsonPath().getString("violations[0].field")).endsWith("note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?status=lost", "?limit=0", "?cursor=forged", "/7"})
  void refusesWhatItCannotRead(String query) {
    assertThat(operator.ask().get(PATH + query).statusCode()).isIn(400, 404);
  }

  @Test
  void knowsNoOtherLetter() {
    operator.reads(UUID.randomUUID().toString()).then().statusCode(404);
    operator.replays(UUID.randomUUID().toString()).then().statusCode(404);
    operator.discards(UUID.randomUUID().toString(), "a note").then().statusCode(404);
  }

  @Test
  void isForOperatorsAlone() {
    given().get(PATH).then().statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.of(UUID.randomUUID(), "creator"))
        .get(PATH)
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(TestTokens.of(UUID.randomUUID(), "service"))
        .post(PATH + "/replay")
        .then()
        .statusCode(403);
  }

  @Test
  void tellsHowManyThereAre() {
    send("poison", "second");
    awaitKept(2);

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(metric("stallcast_deadletters_open")).isGreaterThanOrEqualTo(1);
          assertThat(metric("stallcast_deadletters_parked")).isGreaterThanOrEqualTo(1);
        });
    assertThat(given().get("/q/metrics").asString())
        .contains("stallcast_deadletters_open{consumer=\"payment.jobs\"")
        .contains("stallcast_outbox_age_seconds");
  }

  private static double metric(String name) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + "{consumer=\"order.jobs\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  private void send(String... texts) {
    for (var text : texts) {
      TestEvents.send(Topic.ORDER_JOBS, subject, 1, new Noted(text));
    }
  }

  private void awaitKept(int letters) {
    await().atMost(SOON).until(() -> operator.lists(subject).size() == letters);
  }
}
