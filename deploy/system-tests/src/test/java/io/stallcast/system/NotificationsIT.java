package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody with tabs at both pods, and one at the gateway. */
class NotificationsIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

  @RegisterExtension final Shop shop = new Shop();

  private final List<Screen> tabs = new ArrayList<>();
  private final Creator creator = shop.creator();
  private final Buyer buyer = shop.buyer();

  @AfterEach
  void close() {
    tabs.forEach(Screen::close);
  }

  @Test
  void tellsEveryTabOfAPurchaseAndOfWhatAnotherTabRead() {
    Product product = creator.publishes(course());
    await().atMost(SOON).until(() -> buyer.notifications().containsKey("/"));
    openTabs();
    awaitUnread(1);

    Purchase purchase = buyer.buys(product, "tok_visa").ends("confirmed");

    Instant confirmed = purchase.saga().getEndedAt().toInstant();
    for (Screen tab : tabs) {
      var told = tab.await("notification");
      assertThat(told.frame().path("kind").asText()).isEqualTo("order_confirmed");
      assertThat(told.frame().path("link").asText()).isEqualTo("/orders/" + purchase.id());
      assertThat(Duration.between(confirmed, told.at())).isLessThan(TOLD_WITHIN);
    }
    awaitUnread(2);

    String id = tabs.getFirst().await("notification").frame().path("id").asText();
    at(pods().getFirst()).post("/api/v1/notifications/" + id + "/read", Map.of()).expect(204);
    awaitUnread(1);
    at(pods().getLast()).post("/api/v1/notifications/read-all", Map.of()).expect(204);
    awaitUnread(0);
  }

  @Test
  void tellsFollowersThatTheirCreatorIsLive() {
    String stream = creator.announces();
    buyer.follows(creator);
    var database = shop.stack().database("notification");
    await().atMost(SOON).until(() -> database.has("follow", "creator_id = '" + creator.id() + "'"));
    openTabs();
    awaitUnread(1);

    creator.goesLive(stream);

    for (Screen tab : tabs) {
      var told = tab.await("notification").frame();
      assertThat(told.path("kind").asText()).isEqualTo("creator_live");
      assertThat(told.path("link").asText()).isEqualTo("/streams/" + stream);
    }
  }

  private void openTabs() {
    tabs.add(Screen.ofNotifications(buyer.api()));
    pods().forEach(pod -> tabs.add(Screen.ofNotifications(at(pod))));
  }

  private List<String> pods() {
    return shop.stack().podUrls("notification-service");
  }

  private Api at(String pod) {
    return Api.anonymous(pod).as(buyer.api().token());
  }

  private void awaitUnread(long count) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(tabs).allMatch(tab -> tab.unread().orElse(-1L) == count));
  }
}
