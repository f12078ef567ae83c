package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class ErasureIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  @Test
  void leavesNothingButTheId() {
    var person = Person.speaking("en").register();
    person.choose("{\"sale\": {\"in_app\": false, \"email\": true, \"push\": true}}");
    await().atMost(SOON).untilAsserted(() -> assertThat(person.kinds()).containsExactly("welcome"));

    person.erase(2);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.everythingOf(person.id())).containsExactly("recipient"));
    assertThat(rows.emailStates(person.id())).isEmpty();
  }

  @Test
  void holdsAgainstLateNews() {
    var person = Person.known("en");
    person.erase(3);
    person.update(2);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.everythingOf(person.id())).containsExactly("recipient"));
    var creator = Person.speaking("en");

    Purchase.by(person).from(creator).confirm();

    await().atMost(SOON).untilAsserted(() -> assertThat(creator.kinds()).containsExactly("sale"));
    assertThat(rows.everythingOf(person.id())).containsExactly("recipient");
  }

  @Test
  void olderStateOfAnAccountChangesNothing() {
    var german = Person.speaking("de").update(2);
    new Person(german.id(), "Old", "en").update(1);
    german.update(3);
    Purchase.by(german).confirm();

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(rows.everythingOf(german.id()))
                .contains("recipient " + german.email() + " Ada de"));
  }
}
