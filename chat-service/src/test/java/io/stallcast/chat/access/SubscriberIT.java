package io.stallcast.chat.access;

import static io.stallcast.chat.ChatRoomFixture.say;
import static io.stallcast.platform.testing.TestEntitlements.grant;
import static io.stallcast.platform.testing.TestEntitlements.revoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.chat.ProductFixture;
import io.stallcast.platform.entitlement.Entitlements;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SubscriberIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject Entitlements entitlements;
  @Inject Pool pool;

  private final ChatRoomFixture room = ChatRoomFixture.open();
  private final UUID ada = UUID.randomUUID();
  private final UUID subscription = UUID.randomUUID();

  @AfterEach
  void leave() {
    room.close();
  }

  @Test
  void isShownAsOneUntilTheSubscriptionEnds() {
    sell(subscription, "subscription", room.creator());
    grant(ada, subscription, 1);
    awaitSubscription();
    var socket = room.enter(ada, Role.BUYER);
    assertThat(badges(socket, "1")).containsExactly("subscriber");

    revoke(ada, subscription, 2);

    await()
        .pollInterval(Duration.ofMillis(300))
        .until(() -> badges(socket, UUID.randomUUID().toString()).isEmpty());
  }

  @Test
  void isNobodyWithoutOne() {
    var course = UUID.randomUUID();
    sell(course, "course", room.creator());
    sell(subscription, "subscription", UUID.randomUUID());
    grant(ada, course, 1);
    grant(ada, subscription, 1);
    await().until(() -> held(course, subscription) == 2);

    assertThat(badges(room.enter(ada, Role.BUYER), "1")).isEmpty();
  }

  @Test
  void keepsToTheRulesAsEverybodyDoes() {
    sell(subscription, "subscription", room.creator());
    grant(ada, subscription, 1);
    awaitSubscription();
    var keeper = room.enter(room.creator(), Role.BUYER, Role.CREATOR);
    keeper.send("{'type':'slow_mode','seconds':60}");
    keeper.await("moderation");
    var socket = room.enter(ada, Role.BUYER);
    say(socket, "1", "One");

    socket.send("{'type':'send','clientId':'2','text':'Two'}");

    assertThat(socket.await("error").path("code").asText()).isEqualTo("slow_mode");
  }

  private static List<String> badges(TestSocket socket, String clientId) {
    say(socket, clientId, "Hello");
    return socket
        .await(
            frame -> frame.has("author") && frame.path("clientId").asText().equals(clientId),
            "message " + clientId)
        .path("author")
        .path("badges")
        .valueStream()
        .map(badge -> badge.asText())
        .toList();
  }

  private static void sell(UUID product, String kind, UUID creator) {
    TestEvents.send(
        Topic.PRODUCT_EVENTS,
        product,
        2,
        new ProductUpdated(ProductFixture.product(product, 2, creator, kind, "published")));
  }

  private void awaitSubscription() {
    await().until(() -> held(subscription) == 1 && isKnown());
  }

  private boolean isKnown() {
    return pool.preparedQuery("select 1 from subscription where product_id = $1")
            .execute(Tuple.of(subscription))
            .await()
            .atMost(SOON)
            .size()
        == 1;
  }

  private int held(UUID... products) {
    return entitlements.held(ada, List.of(products)).await().atMost(SOON).size();
  }
}
