package io.stallcast.streaming.playback;

import static io.restassured.RestAssured.given;
import static io.stallcast.platform.testing.TestEntitlements.grant;
import static io.stallcast.platform.testing.TestEntitlements.revoke;
import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.access;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.asViewer;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.streaming.PaymentPeer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class PlaybackIT {
  private static final String TOKEN = STREAM + "/playback-token";

  private final UUID creator = UUID.randomUUID();
  private final UUID viewer = UUID.randomUUID();
  private final UUID product = UUID.randomUUID();

  @Test
  void givesEverybodyATokenForAFreeStream() {
    var id = goLive(creator, stream("Knots"));

    var answer = given().post(TOKEN, id).then().statusCode(200);

    answer
        .header("Cache-Control", containsString("no-cache"))
        .body("playlistUrl", startsWith("/live/" + id + "/"));
    assertThat(Instant.parse(answer.extract().path("expiresAt")))
        .isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(61));
    check(id, answer.extract().path("token")).statusCode(204);
  }

  @Test
  void refusesWhoHasNoAccess() {
    var id = paid();

    given().post(TOKEN, id).then().statusCode(403).body("code", equalTo("no_access"));
    asViewer(viewer).post(TOKEN, id).then().statusCode(403).body("code", equalTo("no_access"));
    asCreator(creator).post(TOKEN, id).then().statusCode(200);
  }

  @Test
  void cutsOffWhoLosesAccess() {
    var id = paid();
    grant(viewer, product, 1);
    await().until(() -> asViewer(viewer).post(TOKEN, id).statusCode() == 200);
    String token = asViewer(viewer).post(TOKEN, id).then().extract().path("token");
    check(id, token).statusCode(204);

    revoke(viewer, product, 2);

    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> check(id, token).statusCode(403));
    asViewer(viewer).post(TOKEN, id).then().statusCode(403);
  }

  @Test
  void checksNothingButWhatItHasSigned() {
    var id = goLive(creator, stream("Knots"));
    String token = given().post(TOKEN, id).then().extract().path("token");

    check(UUID.randomUUID(), token).statusCode(403);
    check(id, "junk").statusCode(403).body("code", equalTo("no_access"));
    given().get(TOKEN, id).then().statusCode(400).body("code", equalTo("validation_failed"));
  }

  @Test
  void saysWhatIsWrong() {
    given().post(TOKEN, UUID.randomUUID()).then().statusCode(404);
    given()
        .auth()
        .oauth2(TestTokens.expired(viewer, "buyer"))
        .post(TOKEN, goLive(creator, stream("Knots")))
        .then()
        .statusCode(401);
  }

  private UUID paid() {
    var stream = stream("Knots");
    stream.put("access", access("purchase", product));
    return goLive(creator, stream);
  }

  private static ValidatableResponse check(UUID id, String token) {
    return given().header("Playback-Token", token).get(TOKEN, id).then();
  }
}
