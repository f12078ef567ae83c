package io.stallcast.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.notification.Browser;
import io.stallcast.notification.Person;
import io.stallcast.notification.Purchase;
import io.stallcast.notification.Rows;
import io.stallcast.notification.TestMailServer;
import io.stallcast.notification.TestPushService;
import io.stallcast.notification.TestPushService.Received;
import io.stallcast.notification.push.PushJob.SendPush;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class PushIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  private final Person person = Person.known("de");
  private final Browser browser = Browser.open();

  @BeforeEach
  void wantPushes() {
    browser.subscribedBy(person);
    await().atMost(SOON).until(() -> !rows.everythingOf(person.id()).isEmpty());
    person.choose(
        "{\"order_failed\": {\"in_app\": true, \"email\": false, \"push\": true},"
            + "\"refund\": {\"in_app\": false, \"email\": false, \"push\": true}}");
  }

  @Test
  void pushesToEachBrowserForItsEyesOnly() {
    var other = Browser.open().subscribedBy(person);
    var purchase = Purchase.by(person);

    purchase.fail("declined");

    for (var each : new Browser[] {browser, other}) {
      await().atMost(SOON).untilAsserted(() -> assertThat(each.received()).hasSize(1));
      var message = each.received().getFirst();
      assertThat(message.header("Content-encoding")).isEqualTo("aes128gcm");
      assertThat(message.header("Ttl")).isEqualTo("86400");
      assertThat(new String(message.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Karte");
      assertThat(each.read(message))
          .isEqualTo(
              new JsonObject()
                  .put("id", person.list("").getString("items[0].id"))
                  .put("kind", "order_failed")
                  .put(
                      "title",
                      "Deine Bestellung konnte nicht abgeschlossen werden: Sketching <basics> und 1"
                          + " weitere")
                  .put("body", "Die Karte wurde abgelehnt.")
                  .put("link", "/orders/" + purchase.orderId()));
      requireSigned(message);
    }
    awaitNoTimers();
  }

  @Test
  void pushesWhatIsNotWantedInTheAppAndNothingElse() {
    var purchase = Purchase.by(person);
    purchase.confirm();
    purchase.refund();

    await().atMost(SOON).untilAsserted(() -> assertThat(browser.received()).hasSize(1));
    assertThat(browser.read(browser.received().getFirst()).getString("kind")).isEqualTo("refund");
    assertThat(person.kinds()).containsExactly("order_confirmed");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void forgetsABrowserThatHasEnded(int status) {
    TestPushService.answer(browser, status);
    Purchase.by(person).fail("declined");

    await().atMost(SOON).until(() -> subscriptions(person) == 0);
    assertThat(browser.received()).hasSize(1);
    awaitNoTimers();
  }

  @Test
  void triesAgainWhatAPushServiceCouldNotTake() {
    TestPushService.answer(browser, 500, TestPushService.SILENCE, 429);
    Purchase.by(person).fail("declined");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(browser.received())
                .extracting(Received::status)
                .containsExactly(500, TestPushService.SILENCE, 429, 201));
    assertThat(browser.received())
        .extracting(received -> browser.read(received).getString("id"))
        .containsOnly(person.list("").getString("items[0].id"));
    awaitNoTimers();
    assertThat(subscriptions(person)).isEqualTo(1);
  }

  @Test
  void givesUpWhatIsRefused() {
    TestPushService.answer(browser, 413);
    Purchase.by(person).fail("declined");
    await().atMost(SOON).until(() -> !browser.received().isEmpty());
    awaitNoTimers();

    Purchase.by(person).fail("out_of_stock");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(browser.received()).extracting(Received::status).containsExactly(413, 201));
  }

  @Test
  void sendsAgainWhatAProcessMayHaveLeft() {
    Purchase.by(person).fail("declined");
    await().atMost(SOON).until(() -> !browser.received().isEmpty());
    var notification = UUID.fromString(person.list("").getString("items[0].id"));
    var subscription = UUID.fromString(list(person));

    TestEvents.send(
        Topic.NOTIFICATION_JOBS, notification, 0, new SendPush(notification, subscription, 0));

    await().atMost(SOON).untilAsserted(() -> assertThat(browser.received()).hasSize(2));
    assertThat(browser.read(browser.received().getLast()))
        .isEqualTo(browser.read(browser.received().getFirst()));
    awaitNoTimers();
  }

  @Test
  void belongsToWhoeverSignedInLast() {
    var other = Person.known("en");
    browser.subscribedBy(other);

    assertThat(subscriptions(person)).isZero();
    Purchase.by(person).fail("declined");
    await().atMost(SOON).until(() -> !person.kinds().isEmpty());
    awaitNoTimers();
    assertThat(browser.received()).isEmpty();
  }

  @Test
  void forgetsTheBrowsersOfAnErasedPerson() {
    person.erase(2);

    await().atMost(SOON).until(() -> subscriptions(person) == 0);
  }

  private void awaitNoTimers() {
    await().atMost(SOON).untilAsserted(() -> assertThat(rows.pushTimersOf(person.id())).isZero());
  }

  private static int subscriptions(Person person) {
    return person
        .client()
        .get("/api/v1/notifications/push/subscriptions")
        .jsonPath()
        .getList("items")
        .size();
  }

  private static String list(Person person) {
    return person
        .client()
        .get("/api/v1/notifications/push/subscriptions")
        .jsonPath()
        .getString("items[0].id");
  }

  private static void requireSigned(Received message) {
    var parts = message.header("Authorization").split("[ ,=]+");
    assertThat(parts).hasSize(5).contains("vapid", "t", "k");
    assertThat(message.header("Authorization")).endsWith("k=" + TestPushService.publicKey());
    var token = parts[2].split("\\.");
    var claims = new JsonObject(new String(decoded(token[1]), StandardCharsets.UTF_8));
    assertThat(claims.getString("aud")).isEqualTo(TestPushService.origin());
    assertThat(claims.getString("sub")).startsWith("mailto:");
    assertThat(Instant.ofEpochSecond(claims.getLong("exp")))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
    assertThat(isSigned(token[0] + "." + token[1], decoded(token[2]))).isTrue();
  }

  private static boolean isSigned(String text, byte[] signature) {
    try {
      var verification = Signature.getInstance("SHA256withECDSAinP1363Format");
      verification.initVerify(TestPushService.verificationKey());
      verification.update(text.getBytes(StandardCharsets.US_ASCII));
      return verification.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] decoded(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
