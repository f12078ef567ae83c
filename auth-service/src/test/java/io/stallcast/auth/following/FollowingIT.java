package io.stallcast.auth.following;

import static io.restassured.RestAssured.given;
import static io.stallcast.auth.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.FollowEvent;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.stallcast.platform.event.auth.FollowEvent.UserFollowed;
import io.stallcast.platform.event.auth.FollowEvent.UserUnfollowed;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FollowingIT {
  private final TopicProbe follows = TopicProbe.on(Topic.FOLLOW_EVENTS);
  private Person ada;
  private Person bob;
  private JsonPath bobsTokens;

  @BeforeEach
  void register() {
    ada = creator();
    bob = People.register();
    bobsTokens = People.signIn(bob);
  }

  @Test
  void showsACreatorToEverybody() {
    given()
        .get("/api/v1/auth/creators/" + ada.id())
        .then()
        .statusCode(200)
        .body("id", equalTo(ada.id().toString()))
        .body("displayName", equalTo("Ada"))
        .body("followers", equalTo(0))
        .body("following", nullValue())
        .body("email", nullValue());
  }

  @Test
  void showsNobodyWhoIsNoCreator() {
    given()
        .get("/api/v1/auth/creators/" + bob.id())
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
    follow(bobsTokens, UUID.randomUUID()).statusCode(404);
    follow(People.signIn(People.register()), bob.id()).statusCode(404);
  }

  @Test
  void followsOnceHoweverOftenItIsAsked() {
    follow(bobsTokens, ada.id()).statusCode(204);
    follow(bobsTokens, ada.id()).statusCode(204);
    assertFollowers(1, true);

    unfollow(bobsTokens, ada.id()).statusCode(204);
    unfollow(bobsTokens, ada.id()).statusCode(204);
    assertFollowers(0, false);

    follow(bobsTokens, ada.id()).statusCode(204);
    assertFollowers(1, true);
    assertThat(newsOf(3))
        .extracting(event -> event.data().getClass().getSimpleName() + " " + event.sequence())
        .containsExactly("UserFollowed 1", "UserUnfollowed 2", "UserFollowed 3");
  }

  @Test
  void tellsWhoFollowsWhomAndForgetsAPairByATombstone() {
    follow(bobsTokens, ada.id());
    var followed = follows.await(UserFollowed.class, pair().subject());
    assertThat(followed.data().followerId()).isEqualTo(bob.id());
    assertThat(followed.data().creatorId()).isEqualTo(ada.id());
    assertThat(followed.data().since()).isEqualTo(since());

    unfollow(bobsTokens, ada.id());
    follows.await(UserUnfollowed.class, pair().subject());
    assertThat(follows.awaitRecord(r -> r.key().equals(pair().subject()) && r.value() == null))
        .isNotNull();
  }

  @Test
  void countsEveryoneOfManyWhoComeAtOnce() throws Exception {
    var fans = Stream.generate(People::register).limit(4).map(People::signIn).toList();
    var asking =
        Stream.concat(fans.stream(), fans.stream())
            .<Callable<Integer>>map(fan -> () -> follow(fan, ada.id()).extract().statusCode())
            .toList();
    try (var clients = Executors.newFixedThreadPool(asking.size())) {
      assertThat(clients.invokeAll(asking)).allMatch(answer -> answer.resultNow() == 204);
    }

    given().get("/api/v1/auth/creators/" + ada.id()).then().body("followers", equalTo(4));
  }

  @Test
  void listsWhomIFollowPageByPageTheLatestFirst() {
    var creators = Stream.generate(this::creator).limit(3).toList();
    creators.forEach(creator -> follow(bobsTokens, creator.id()));
    unfollow(bobsTokens, creators.get(1).id());

    String next =
        as(bobsTokens)
            .get("/api/v1/auth/me/following?limit=1")
            .then()
            .statusCode(200)
            .body("items.id", contains(creators.get(2).id().toString()))
            .body("items.displayName", contains("Ada"))
            .extract()
            .path("next");
    as(bobsTokens)
        .get("/api/v1/auth/me/following?limit=1&cursor=" + next)
        .then()
        .body("items.id", contains(creators.get(0).id().toString()))
        .body("next", nullValue());
  }

  @Test
  void refusesToFollowOneself() {
    follow(People.signIn(ada), ada.id()).statusCode(422).body("code", equalTo("following_oneself"));
  }

  @Test
  void refusesWhoDidNotSignIn() {
    given().put(path(ada.id())).then().statusCode(401);
    given().delete(path(ada.id())).then().statusCode(401);
    given().get("/api/v1/auth/me/following").then().statusCode(401);
  }

  private List<Envelope<FollowEvent>> newsOf(long last) {
    follows.await(
        UserFollowed.class,
        event -> event.subject().equals(pair().subject()) && event.sequence() == last);
    return follows.seen(FollowEvent.class).stream()
        .filter(event -> event.subject().equals(pair().subject()))
        .toList();
  }

  private void assertFollowers(int count, boolean mine) {
    as(bobsTokens)
        .get("/api/v1/auth/creators/" + ada.id())
        .then()
        .body("followers", equalTo(count))
        .body("following", equalTo(mine));
  }

  private Instant since() {
    return Instant.parse(
        as(bobsTokens).get("/api/v1/auth/me/following").then().extract().path("items[0].since"));
  }

  private Pair pair() {
    return new Pair(bob.id(), ada.id());
  }

  private Person creator() {
    Person person = People.register();
    as(People.signIn(person))
        .contentType(ContentType.JSON)
        .body(Map.of("role", "creator"))
        .post("/api/v1/auth/me/roles")
        .then()
        .statusCode(200);
    return person;
  }

  private static ValidatableResponse follow(JsonPath tokens, UUID creatorId) {
    return as(tokens).put(path(creatorId)).then();
  }

  private static ValidatableResponse unfollow(JsonPath tokens, UUID creatorId) {
    return as(tokens).delete(path(creatorId)).then();
  }

  private static String path(UUID creatorId) {
    return "/api/v1/auth/creators/" + creatorId + "/follow";
  }
}
