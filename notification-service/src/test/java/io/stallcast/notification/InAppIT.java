package io.stallcast.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class InAppIT {
  private static final String PATH = "/api/v1/notifications";

  @Test
  void listsNewestFirstPageByPage() {
    var person = personWithOrders(5);

    var pages = new ArrayList<List<String>>();
    var page = person.list("?limit=2");
    pages.add(page.getList("items.id"));
    while (page.getString("next") != null) {
      page = person.list("?limit=2&cursor=" + page.getString("next"));
      pages.add(page.getList("items.id"));
    }

    assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
    assertThat(pages.stream().flatMap(List::stream).toList())
        .isEqualTo(person.list("").getList("items.id"))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void marksOneAsReadAndKeepsWhen() {
    var person = personWithOrders(2);
    var id = person.list("").getString("items[1].id");

    person.client().post(PATH + "/" + id + "/read").then().statusCode(204);
    var readAt = person.list("").getString("items[1].readAt");
    person.client().post(PATH + "/" + id + "/read").then().statusCode(204);

    assertThat(person.list("").getString("items[1].readAt")).isNotNull().isEqualTo(readAt);
    assertThat(person.list("").getList("items.read")).containsExactly(false, true);
    assertThat(person.list("?unread=true").getList("items.id")).hasSize(1).doesNotContain(id);
    assertUnread(person, 1);
  }

  @Test
  void marksAllAsRead() {
    var person = personWithOrders(3);
    var other = personWithOrders(1);
    assertUnread(person, 3);

    person.client().post(PATH + "/read-all").then().statusCode(204);

    assertUnread(person, 0);
    assertThat(person.list("?unread=true").getList("items")).isEmpty();
    assertUnread(other, 1);
  }

  @Test
  void hidesOtherPeoplesNotifications() {
    var person = personWithOrders(1);
    var id = person.list("").getString("items[0].id");
    var stranger = Person.speaking("en");

    assertThat(stranger.list("").getList("items")).isEmpty();
    stranger
        .client()
        .post(PATH + "/" + id + "/read")
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
    stranger.client().post(PATH + "/" + UUID.randomUUID() + "/read").then().statusCode(404);
    assertUnread(person, 1);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    given().get(PATH).then().statusCode(401);
    given().post(PATH + "/read-all").then().statusCode(401);
    given().get(PATH + "/preferences").then().statusCode(401);
    var person = Person.speaking("en");
    person.client().get(PATH + "?cursor=forged").then().statusCode(400);
    person.client().get(PATH + "?limit=101").then().statusCode(400);
  }

  private static Person personWithOrders(int orders) {
    var person = Person.speaking("en");
    IntStream.range(0, orders).forEach(i -> Purchase.by(person).fail("declined"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(person.kinds()).hasSize(orders));
    return person;
  }

  private static void assertUnread(Person person, int count) {
    person
        .client()
        .get(PATH + "/unread-count")
        .then()
        .statusCode(200)
        .body("count", equalTo(count));
  }
}
