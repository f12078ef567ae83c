package io.stallcast.streaming.planning;

import static io.restassured.RestAssured.given;
import static io.stallcast.streaming.Studio.STREAMS;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.schedule;
import static io.stallcast.streaming.Studio.stop;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.streaming.PaymentPeer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class StreamListIT {
  private final UUID creator = UUID.randomUUID();

  @Test
  void listsTheNextOneFirst() {
    var someDay = schedule(creator, stream("Some day"));
    var tomorrow = schedule(creator, in(Duration.ofDays(1)));
    var soon = schedule(creator, in(Duration.ofHours(1)));

    assertThat(ids("?status=scheduled&creator=" + creator))
        .containsExactly(soon, tomorrow, someDay);
  }

  @Test
  void listsTheLatestFirstOnceTheyAreLive() {
    var first = goLive(creator, stream("First"));
    var second = goLive(creator, stream("Second"));
    schedule(creator, stream("Later"));

    assertThat(ids("?status=live&creator=" + creator)).containsExactly(second, first);
    stop(creator, second);
    stop(creator, first);
    assertThat(ids("?status=ended&creator=" + creator)).containsExactly(first, second);
    assertThat(ids("?status=live&creator=" + creator)).isEmpty();
  }

  @Test
  void listsAllNewestFirstWhereNoStatusIsNamed() {
    var live = goLive(creator, stream("Live"));
    var scheduled = schedule(creator, stream("Later"));

    assertThat(ids("?creator=" + creator)).containsExactly(scheduled, live);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "?status=scheduled&"})
  void readsOnFromTheLastSeen(String query) {
    var all = new ArrayList<UUID>();
    for (int i = 0; i < 5; i++) {
      schedule(creator, stream("No " + i));
    }

    var page = page(query + "limit=2&creator=" + creator);
    while (page != null) {
      all.addAll(ids(page));
      String next = page.get("next");
      page = next == null ? null : page(query + "limit=2&creator=" + creator + "&cursor=" + next);
    }

    assertThat(all).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatIsNoFilter() {
    given().get(STREAMS + "?status=paused").then().statusCode(400);
    given().get(STREAMS + "?category=No Slug").then().statusCode(400);
    given().get(STREAMS + "?cursor=forged").then().statusCode(400);
    given().get(STREAMS + "?limit=1000").then().statusCode(400);
  }

  @Test
  void listsWhatIsOnInACategory() {
    var category = "c-" + creator;
    var filed = Map.<String, Object>of("title", "Filed", "category", category);
    var id = goLive(creator, filed);
    schedule(creator, filed);

    assertThat(ids("?status=live&category=" + category)).containsExactly(id);
    given()
        .get(STREAMS + "/categories?limit=100")
        .then()
        .statusCode(200)
        .body("items.find { it.slug == '%s' }.live".formatted(category), equalTo(1))
        .body("items.find { it.slug == '%s' }.scheduled".formatted(category), equalTo(1));
  }

  @Test
  void readsCategoriesOnFromTheLastSeen() {
    schedule(creator, Map.of("title", "One", "category", "a-" + creator));
    schedule(creator, Map.of("title", "Two", "category", "b-" + creator));

    var first = JsonPath.from(given().get(STREAMS + "/categories?limit=1").asString());
    var second =
        JsonPath.from(
            given()
                .get(STREAMS + "/categories?limit=1&cursor=" + first.getString("next"))
                .asString());

    assertThat(second.getString("items[0].slug")).isGreaterThan(first.getString("items[0].slug"));
  }

  private static Map<String, Object> in(Duration time) {
    var stream = stream("In " + time);
    stream.put("scheduledFor", Instant.now().plus(time).toString());
    return stream;
  }

  private static List<UUID> ids(String query) {
    return ids(page(query));
  }

  private static List<UUID> ids(JsonPath page) {
    return page.getList("items.id", String.class).stream().map(UUID::fromString).toList();
  }

  private static JsonPath page(String query) {
    return given().get(STREAMS + query).then().statusCode(200).extract().jsonPath();
  }
}
