package io.stallcast.chat.opening;

import static io.stallcast.chat.ChatRoomFixture.MESSAGES;
import static io.stallcast.chat.ChatRoomFixture.ROOM;
import static io.stallcast.chat.ChatRoomFixture.say;
import static io.stallcast.platform.testing.TestEntitlements.grant;
import static io.stallcast.platform.testing.TestEntitlements.revoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.chat.ProductFixture;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.event.catalog.ProductEvent.Product;
import io.stallcast.platform.event.catalog.ProductEvent.ProductArchived;
import io.stallcast.platform.event.catalog.ProductEvent.ProductCreated;
import io.stallcast.platform.event.catalog.ProductEvent.ProductDeleted;
import io.stallcast.platform.event.catalog.ProductEvent.ProductPublished;
import io.stallcast.platform.event.catalog.ProductEvent.ProductUpdated;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CourseRoomIT {
  private final ChatRoomFixture room = ChatRoomFixture.untold();
  private final UUID ada = UUID.randomUUID();
  private long version;

  @AfterEach
  void leave() {
    room.close();
  }

  @Test
  void isForThoseWhoOwnTheCourse() {
    publish();
    room.enter(room.creator(), Role.CREATOR).await("welcome");

    assertThat(room.enterAnonymously().closeCode()).isEqualTo(4401);
    assertThat(room.enter(ada, Role.BUYER).closeCode()).isEqualTo(4403);
    grant(ada, room.id(), 1);
    await().until(() -> statusOfMessages() == 200);
    var socket = room.enter(ada, Role.BUYER);
    socket.await("welcome");
    say(socket, "1", "When is the second lesson?");

    revoke(ada, room.id(), 2);
    assertThat(socket.closeCode()).isEqualTo(4403);
    assertThat(room.enter(ada, Role.BUYER).closeCode()).isEqualTo(4403);
  }

  @Test
  void opensWithTheFirstPublication() {
    tell(new ProductCreated(product("draft")));
    tell(new ProductUpdated(product("draft")));
    read().statusCode(404);

    publish();

    room.enter(room.creator(), Role.CREATOR).await("welcome");
    read()
        .statusCode(200)
        .body("kind", equalTo("course"))
        .body("status", equalTo("open"))
        .body("access", equalTo("purchase"))
        .body("creatorId", equalTo(room.creator().toString()));
    list("course").body("items.id", contains(room.id().toString()));
    list("stream").body("items", empty());
  }

  @Test
  void isOnlyReadOnceTheCourseIsArchived() {
    publish();
    var socket = room.enter(room.creator(), Role.CREATOR);
    socket.await("welcome");
    say(socket, "1", "Welcome");

    tell(new ProductArchived(product("archived")));

    socket.await("room_closed");
    socket.send("{'type':'send','clientId':'2','text':'More'}");
    assertThat(socket.await("error").path("code").asText()).isEqualTo("room_closed");
    room.as(room.creator(), Role.CREATOR)
        .get(MESSAGES, room.id())
        .then()
        .statusCode(200)
        .body("items.text", contains("Welcome"));
    await().untilAsserted(() -> list("course").body("items", empty()));
  }

  @Test
  void isGoneWithTheCourse() {
    publish();
    var socket = room.enter(room.creator(), Role.CREATOR);
    socket.await("welcome");

    tell(new ProductDeleted());

    assertThat(socket.closeCode()).isEqualTo(4404);
    await().untilAsserted(() -> read().statusCode(404));
  }

  private void publish() {
    tell(new ProductPublished(product("published")));
    await().untilAsserted(() -> read().statusCode(200));
  }

  private void tell(ProductEvent event) {
    TestEvents.send(Topic.PRODUCT_EVENTS, room.id(), ++version, event);
  }

  private Product product(String status) {
    return ProductFixture.product(room.id(), version + 1, room.creator(), "course", status);
  }

  private int statusOfMessages() {
    return room.as(ada, Role.BUYER).get(MESSAGES, room.id()).statusCode();
  }

  private ValidatableResponse read() {
    return room.as(ada, Role.BUYER).get(ROOM, room.id()).then();
  }

  private ValidatableResponse list(String kind) {
    return room.as(ada, Role.BUYER)
        .get("/api/v1/chat/rooms?kind=" + kind + "&creator=" + room.creator())
        .then()
        .statusCode(200);
  }
}
