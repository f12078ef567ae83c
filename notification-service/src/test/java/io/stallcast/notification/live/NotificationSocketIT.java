package io.stallcast.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.notification.Person;
import io.stallcast.notification.Purchase;
import io.stallcast.notification.Rows;
import io.stallcast.notification.TestMailServer;
import io.stallcast.notification.TestPushService;
import io.stallcast.notification.live.ListEvent.Change;
import io.stallcast.notification.live.ListEvent.ListsChanged;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.socket.AuthFrame;
import io.stallcast.platform.testing.MalformedFrames;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.SocketTrial;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class NotificationSocketIT {
  private static final String PATH = "/ws/notifications";
  private static final String REST = "/api/v1/notifications";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;
  @Inject Readers readers;

  private final List<TestSocket> tabs = new ArrayList<>();
  private final Person person = Person.speaking("de").update(1);
  private final SocketTrial trial = new SocketTrial(PATH, () -> token(person));

  @AfterEach
  void close() {
    tabs.forEach(TestSocket::close);
  }

  @Test
  void tellsEachTabWhatIsNewAndHowMuchIsUnread() {
    await().atMost(SOON).until(() -> !rows.everythingOf(person.id()).isEmpty());
    var tab = openTab();
    var other = openTab();
    awaitUnread(0, tab, other);

    var purchase = Purchase.by(person);
    purchase.confirm();

    for (var each : List.of(tab, other)) {
      var told = each.await("notification");
      assertThat(told.path("kind").asText()).isEqualTo("order_confirmed");
      assertThat(told.path("title").asText()).isEqualTo("Deine Bestellung ist bestätigt");
      assertThat(told.path("body").asText()).contains("ab jetzt gehört es dir");
      assertThat(told.path("link").asText()).isEqualTo("/orders/" + purchase.orderId());
      assertThat(told.path("createdAt").asText()).endsWith("Z");
      assertThat(told.path("id").asText()).isEqualTo(person.list("").getString("items[0].id"));
    }
    awaitUnread(1, tab, other);
  }

  @Test
  void readingInOneTabUpdatesTheOthers() {
    var tab = openTab();
    var purchase = Purchase.by(person);
    purchase.confirm();
    purchase.fail("declined");
    purchase.refund();
    awaitUnread(3, tab);
    var other = openTab();
    awaitUnread(3, other);

    person
        .client()
        .post(REST + "/" + person.list("").getString("items[0].id") + "/read")
        .then()
        .statusCode(204);
    awaitUnread(2, tab, other);
    person.client().post(REST + "/read-all").then().statusCode(204);
    awaitUnread(0, tab, other);
  }

  @Test
  void showsNothingThatWasNotWantedInTheApp() {
    person.choose("{\"sale\": {\"in_app\": false, \"email\": true, \"push\": false}}");
    var tab = openTab();
    awaitUnread(0, tab);

    Purchase.by(Person.speaking("en")).from(person).confirm();
    await().atMost(SOON).until(() -> !rows.emailStates(person.id()).isEmpty());
    Purchase.by(person).fail("declined");

    assertThat(tab.await("notification").path("kind").asText()).isEqualTo("order_failed");
    awaitUnread(1, tab);
  }

  @Test
  void tellsNothingToOthers() {
    var stranger = Person.speaking("en");
    var theirs = open(stranger);
    awaitUnread(0, theirs);

    Purchase.by(person).fail("declined");
    await().atMost(SOON).until(() -> !person.kinds().isEmpty());
    Purchase.by(stranger).fail("out_of_stock");

    theirs.await("notification");
    awaitUnread(1, theirs);
    var own = stranger.list("");
    assertThat(theirs.frames("notification"))
        .extracting(frame -> frame.path("id").asText())
        .isEqualTo(own.getList("items.id"));
  }

  @Test
  void hearsWhatOtherPodsSay() {
    Purchase.by(person).fail("declined");
    await().atMost(SOON).until(() -> !person.kinds().isEmpty());
    var tab = openTab();
    awaitUnread(1, tab);
    var id = UUID.fromString(person.list("").getString("items[0].id"));

    var said = new ListsChanged(List.of(new Change(person.id(), id)));
    TestEvents.send(Topic.NOTIFICATION_LISTS, person.id(), 0, said);

    assertThat(tab.await("notification").path("id").asText()).isEqualTo(id.toString());
  }

  @Test
  void findsWhatWasNeverSaid() {
    Purchase.by(person).fail("declined");
    await().atMost(SOON).until(() -> !person.kinds().isEmpty());
    var tab = openTab();
    awaitUnread(1, tab);

    rows.markAllRead(person.id());
    readers.recount();

    awaitUnread(0, tab);
  }

  @Test
  void isForThoseWhoAreSignedInAndRenewsTheirTokens() {
    tabs.add(TestSocket.to(PATH).open());
    assertThat(tabs.getFirst().closeCode()).isEqualTo(4401);

    var tab = openTab();
    awaitUnread(0, tab);
    tab.send("{'type':'auth','token':'" + token(person) + "'}");
    tab.send("{'type':'read'}");
    assertThat(tab.await("error").path("code").asText()).isEqualTo("unknown_type");
    assertThat(tab.isOpen()).isTrue();
    assertThat(tab.frames("error")).hasSize(1);
  }

  @Test
  void letsInNobodyWithAWrongTokenOrFromAnotherOrigin() {
    trial.requireAdmission();
  }

  @Test
  void closesOnWhatIsNoFrame() {
    trial.requireCloseCodes();
  }

  @Test
  void answersEveryMalformedFrame() {
    trial.requireErrors(
        MalformedFrames.of(
            NotificationSocket.class, AuthFrame.class, List.of("{'type':'auth','token':'a.b.c'}")),
        tab -> {
          Purchase.by(person).fail("declined");
          tab.await("notification");
        });
  }

  private TestSocket openTab() {
    return open(person);
  }

  private TestSocket open(Person owner) {
    var tab = TestSocket.to(PATH).asBrowser(token(owner)).open();
    tabs.add(tab);
    return tab;
  }

  private static String token(Person owner) {
    return TestTokens.of(owner.id(), Role.BUYER);
  }

  /** As the last count that each was told. */
  private static void awaitUnread(long count, TestSocket... sockets) {
    for (var socket : sockets) {
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(socket.frames("unread"))
                  .extracting(frame -> frame.path("count").asLong())
                  .endsWith(count));
    }
  }
}
