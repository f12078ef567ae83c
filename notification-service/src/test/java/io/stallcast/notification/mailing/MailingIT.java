package io.stallcast.notification.mailing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.notification.Email;
import io.stallcast.notification.Language;
import io.stallcast.notification.Occasion.Welcome;
import io.stallcast.notification.Person;
import io.stallcast.notification.Purchase;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Rows;
import io.stallcast.notification.TestMailServer;
import io.stallcast.notification.TestPushService;
import io.stallcast.notification.mailing.EmailJob.SendEmail;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class MailingIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject Rows rows;
  @Inject DeliveryLog log;
  @Inject Postman postman;
  @Inject MailingConfig config;
  @Inject UnitOfWork unitOfWork;

  @Test
  void sendsLaterWhatTheServerCouldNotTake() {
    var person = Person.known("en");
    TestMailServer.goAway();
    try {
      Purchase.by(person).confirm();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(rows.tries(person.id())).hasSizeGreaterThan(1));
      assertThat(rows.emailStates(person.id())).containsExactly("QUEUED");
      assertThat(person.kinds()).containsExactly("order_confirmed");
      given().get("/q/health/ready").then().statusCode(200);
    } finally {
      TestMailServer.comeBack();
    }

    awaitState(person, "SENT");
    assertThat(person.mails()).hasSize(1);
    assertThat(rows.tries(person.id())).last().isEqualTo("sent");
    assertThat(rows.timersOf(rows.emailOf(person.id()))).isZero();
  }

  @Test
  void waitsForASilentServerWithoutHoldingUpAnyone() {
    var person = Person.known("en");
    TestMailServer.fallSilent();
    try {
      Purchase.by(person).confirm();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(rows.tries(person.id())).first().asString().contains("timed out"));
      Purchase.by(person).refund();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(person.kinds()).containsExactly("refund", "order_confirmed"));
    } finally {
      TestMailServer.comeBack();
    }

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.emailStates(person.id())).containsExactly("SENT", "SENT"));
    assertThat(person.mails()).hasSize(2);
  }

  @Test
  void sendsAgainUnderTheSameMessageId() {
    var person = sentTo("en");
    var email = rows.emailOf(person.id());

    rows.forgetSending(email);
    TestEvents.send(Topic.NOTIFICATION_JOBS, email, 0, new SendEmail(email));

    await().atMost(SOON).untilAsserted(() -> assertThat(person.mails()).hasSize(2));
    awaitState(person, "SENT");
    assertThat(person.mails())
        .allSatisfy(mail -> assertThat(mail.id()).isEqualTo("<" + email + "@stallcast.local>"))
        .allSatisfy(mail -> assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated"));
  }

  @Test
  void leavesASentEmailAlone() {
    var person = sentTo("en");
    var email = rows.emailOf(person.id());

    record(email, person, 0, Outcome.RECIPIENT_UNKNOWN);
    TestEvents.send(Topic.NOTIFICATION_JOBS, email, 0, new SendEmail(email));
    Purchase.by(person).fail("declined");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.emailStates(person.id())).containsExactly("SENT", "SENT"));
    assertThat(rows.tries(person.id())).containsExactly("sent", "sent");
    assertThat(person.mails()).hasSize(2);
  }

  @Test
  void leavesAParcelWhoseLeaseEndedToTheNextJob() {
    var person = Person.known("en");
    var parcel = new Parcel(email(Identifiers.next(), person, 0), Instant.now(), null);

    postman.deliver(parcel).await().atMost(SOON);

    assertThat(person.mails()).isEmpty();
  }

  @Test
  void givesUpWhatTheServerWillNeverTake() {
    var person = sentTo("en");
    var email = rows.emailOf(person.id());
    rows.forgetSending(email);

    record(
        email, person, 0, Outcome.of(RefusedLetterException.orElse(reply(550, "no such mailbox"))));

    assertThat(rows.emailStates(person.id())).singleElement().asString().startsWith("FAILED 550");
    assertThat(rows.timersOf(email)).isZero();
  }

  @Test
  void givesUpAfterTheLastTry() {
    var person = sentTo("en");
    var email = rows.emailOf(person.id());
    rows.forgetSending(email);

    record(email, person, config.mail().tries() - 1, Outcome.of(reply(554, "no service for you")));

    assertThat(rows.emailStates(person.id()))
        .singleElement()
        .asString()
        .startsWith("FAILED")
        .contains("no service for you");
  }

  @Test
  void countsOutcomesAndTheLongestWait() {
    sentTo("en");

    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("stallcast_emails_total{outcome=\"sent\""))
        .body(containsString("stallcast_emails_age_seconds"));
  }

  private Person sentTo(String locale) {
    var person = Person.known(locale);
    Purchase.by(person).refund();
    awaitState(person, "SENT");
    return person;
  }

  private void awaitState(Person person, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(rows.emailStates(person.id())).containsExactly(state));
  }

  private void record(UUID emailId, Person person, int triesBefore, Outcome outcome) {
    var parcel = new Parcel(email(emailId, person, triesBefore), Instant.now(), null);
    unitOfWork
        .commit(() -> log.record(List.of(new Try(parcel, outcome))))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static Email email(UUID id, Person person, int tries) {
    var recipient =
        new Recipient(person.id(), person.email(), person.name(), Language.ENGLISH, false);
    return new Email(id, Identifiers.next(), new Welcome(person.name()), tries, recipient);
  }

  private static SMTPException reply(int code, String message) {
    return new SMTPException("recipient not accepted", code, List.of(code + " " + message), false);
  }
}
