package io.stallcast.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.notification.Person;
import io.stallcast.notification.Purchase;
import io.stallcast.notification.Rows;
import io.stallcast.notification.TestMailServer;
import io.stallcast.notification.TestPushService;
import io.stallcast.notification.digest.DigestJob.DigestDue;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class DigestIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 2 notifications for you | Your refund of €12,019.99 | See them all",
        "de | 2 Benachrichtigungen für dich | Deine Erstattung über 12.019,99 € | Alle ansehen"
      })
  void mailsWhatWasCollectedAndNotRead(
      String locale, String subject, String refund, String action) {
    var person = collector(locale);
    Purchase.by(person).refund();
    awaitTold(person, 1);
    person.client().post("/api/v1/notifications/read-all").then().statusCode(204);
    var purchase = Purchase.by(person);
    purchase.refund();
    Purchase.by(Person.speaking("en")).from(person).confirm();
    awaitTold(person, 3);
    assertThat(rows.emailStates(person.id())).isEmpty();

    rows.endDigest(person.id());

    awaitMails(person, 1);
    var mail = person.mails().getFirst();
    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text())
        .contains("Sketching <basics>", action, "https://stallcast.example/studio/sales")
        .contains("https://stallcast.example/orders/" + purchase.orderId());
    assertThat(mail.text().replace('\u00a0', ' ')).containsOnlyOnce(refund);
    assertThat(mail.html()).contains("Sketching &lt;basics&gt;", action);
    assertThat(person.kinds()).containsExactlyInAnyOrder("refund", "refund", "sale");
  }

  @Test
  void doesNotMixDigestsOfOnePerson() {
    var person = collector("en");
    var first = Purchase.by(person);
    first.refund();
    awaitTold(person, 1);
    rows.endDigest(person.id());
    awaitMails(person, 1);
    var second = Purchase.by(person);
    second.refund();
    awaitTold(person, 2);

    rows.endDigest(person.id());

    awaitMails(person, 2);
    assertThat(rows.digestsOf(person.id()))
        .containsExactly(first.orderId().toString(), second.orderId().toString());
    assertThat(person.mails())
        .extracting(mail -> mail.subject())
        .containsOnly("One notification for you");
  }

  @Test
  void tellsOfEachEventOnceWhileDigestsEndBetween() {
    var person = collector("en");
    var purchases = Stream.generate(() -> Purchase.by(person)).limit(40).toList();
    for (var purchase : purchases) {
      purchase.refund();
      rows.endDigest(person.id());
    }
    awaitTold(person, 40);

    await()
        .atMost(SOON)
        .until(() -> {
          rows.endDigest(person.id());
          return rows.digestOf(person.id()).isEmpty();
        });
    var told = new ArrayList<String>();
    rows.digestsOf(person.id()).forEach(digest -> told.addAll(List.of(digest.split(" "))));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            purchases.stream().map(purchase -> purchase.orderId().toString()).toList());
  }

  @Test
  void isMailedOnce() {
    var person = collector("en");
    Purchase.by(person).refund();
    awaitTold(person, 1);
    var digest = rows.digestOf(person.id()).orElseThrow();
    rows.endDigest(person.id());
    awaitMails(person, 1);

    TestEvents.send(Topic.NOTIFICATION_JOBS, digest, 0, new DigestDue(digest));
    Purchase.by(person).refund();
    awaitTold(person, 2);
    rows.endDigest(person.id());

    awaitMails(person, 2);
    assertThat(rows.digestsOf(person.id())).doesNotHaveDuplicates();
  }

  @Test
  void isNotMailedWhereAllWasRead() {
    var person = collector("en");
    Purchase.by(person).refund();
    awaitTold(person, 1);
    person.client().post("/api/v1/notifications/read-all").then().statusCode(204);

    rows.endDigest(person.id());

    await().atMost(SOON).until(() -> rows.digestOf(person.id()).isEmpty());
    assertThat(rows.digestsOf(person.id())).isEmpty();
    assertThat(rows.emailStates(person.id())).isEmpty();
  }

  @Test
  void isForgottenWithThePerson() {
    var person = collector("en");
    Purchase.by(person).refund();
    awaitTold(person, 1);

    person.erase(2);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.everythingOf(person.id())).containsExactly("recipient"));
  }

  private Person collector(String locale) {
    var person = Person.known(locale);
    await().atMost(SOON).until(() -> !rows.everythingOf(person.id()).isEmpty());
    person.choose(
        """
        {"refund": {"in_app": true, "email": true, "push": false, "digest": true},
         "sale":   {"in_app": true, "email": true, "push": false, "digest": true}}
        """);
    return person;
  }

  private static void awaitTold(Person person, int times) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(person.list("?limit=100").getList("items")).hasSize(times));
  }

  private void awaitMails(Person person, int count) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.emailStates(person.id())).hasSize(count).containsOnly("SENT"));
    assertThat(person.mails()).hasSize(count);
  }
}
