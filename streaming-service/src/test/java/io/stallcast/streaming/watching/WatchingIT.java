package io.stallcast.streaming.watching;

import static io.restassured.RestAssured.given;
import static io.stallcast.platform.testing.TestEntitlements.grant;
import static io.stallcast.platform.testing.TestEntitlements.revoke;
import static io.stallcast.streaming.Gallery.awaitCount;
import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.access;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.patch;
import static io.stallcast.streaming.Studio.schedule;
import static io.stallcast.streaming.Studio.start;
import static io.stallcast.streaming.Studio.stop;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.streaming.Gallery;
import io.stallcast.streaming.PaymentPeer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class WatchingIT {
  private static final Duration CUT_OFF = Duration.ofSeconds(5);

  private final Gallery gallery = new Gallery();
  private final UUID creator = UUID.randomUUID();
  private final UUID viewer = UUID.randomUUID();
  private final UUID product = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @AfterEach
  void leave() {
    gallery.close();
  }

  // --- who is let in

  @Test
  void letsEverybodyWatchWhatIsFree() {
    var id = goLive(creator, stream("Knots"));

    gallery.watchAnonymously(id).await("viewers");
    gallery.watch(id, viewer).await("viewers");
  }

  @Test
  void letsInWhoMayWatchWhatIsPaid() {
    var id = paid();
    PaymentPeer.grant(product);

    gallery.watch(id, viewer).await("viewers");
    gallery.watchByBrowser(id, viewer).await("viewers");
    gallery.watch(id, creator).await("viewers");
  }

  @Test
  void closesOnWhoMayNot() {
    var id = paid();

    assertThat(gallery.watch(id, viewer).closeCode()).isEqualTo(4403);
    assertThat(gallery.watchAnonymously(id).closeCode()).isEqualTo(4401);
    assertThat(gallery.watchWith(id, TestTokens.expired(viewer, "buyer")).closeCode())
        .isEqualTo(4401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01930000-0000-7000-8000-000000000001", "no-id", "%20"})
  void closesWhereThereIsNoSuchStream(String id) {
    assertThat(gallery.watchAnonymously(id).closeCode()).isEqualTo(4404);
  }

  @Test
  void asksToComeBackWhereNobodyCanTell() {
    PaymentPeer.behave(product, PaymentPeer::fail);

    var socket = gallery.watch(paid(), viewer);

    assertThat(socket.await("retry").path("afterMs").asLong()).isPositive();
    assertThat(socket.closeCode()).isEqualTo(1012);
  }

  // --- what is told

  @Test
  void tellsWhatHappensToTheStream() {
    var id = schedule(creator, stream("Knots"));
    var socket = gallery.watchAnonymously(id);
    socket.await("viewers");

    start(creator, id);
    socket.await("stream_started");
    pin(id, product);
    assertThat(socket.await("product_pinned").path("productId").asText())
        .isEqualTo(product.toString());
    asCreator(creator).delete(STREAM + "/pinned-product", id).then().statusCode(204);
    assertThat(socket.await("product_pinned").has("productId")).isFalse();
    stop(creator, id);
    socket.await("stream_ended");
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void showsANewcomerWhichProductIsPinned() {
    var id = goLive(creator, stream("Knots"));
    pin(id, product);

    var socket = gallery.watchAnonymously(id);

    assertThat(socket.await("product_pinned").path("productId").asText())
        .isEqualTo(product.toString());
  }

  @Test
  void tellsNothingOfOtherStreams() {
    var id = goLive(creator, stream("Knots"));
    var another = goLive(creator, stream("Bends"));
    var socket = gallery.watchAnonymously(id);
    var elsewhere = gallery.watchAnonymously(another);
    awaitCount(socket, 1);
    awaitCount(elsewhere, 1);

    stop(creator, another);
    elsewhere.await("stream_ended");
    pin(id, product);
    socket.await("product_pinned");

    assertThat(socket.frames("stream_ended")).isEmpty();
  }

  @Test
  void closesWhatIsCalledOff() {
    var id = schedule(creator, stream("Knots"));
    var socket = gallery.watchAnonymously(id);
    socket.await("viewers");

    asCreator(creator).delete(STREAM, id).then().statusCode(204);

    assertThat(socket.closeCode()).isEqualTo(4404);
  }

  // --- who is cut off

  @Test
  void cutsOffWhoLosesAccess() {
    var id = paid();
    grant(viewer, product, 1);
    var socket = seated(id);
    var remaining = gallery.watch(id, creator);
    awaitCount(remaining, 2);

    var revoked = Instant.now();
    revoke(viewer, product, 2);

    socket.await("access_ended");
    assertThat(socket.closeCode()).isEqualTo(4403);
    assertThat(Duration.between(revoked, Instant.now())).isLessThan(CUT_OFF);
    awaitCount(remaining, 1);
    assertThat(gallery.watch(id, viewer).closeCode()).isEqualTo(4403);
  }

  @Test
  void keepsWhoHasSomethingElseThatEntitles() {
    var id = paid();
    grant(viewer, product, 1);
    var socket = seated(id);
    var second = sold(other);
    grant(viewer, other, 1);
    await().until(() -> isAdmitted(second));

    revoke(viewer, product, 2);
    await().until(() -> !isAdmitted(sold(product)));
    pin(id, product);

    socket.await("product_pinned");
    assertThat(socket.isOpen()).isTrue();
    revoke(viewer, other, 2);
    assertThat(socket.closeCode()).isEqualTo(4403);
  }

  @Test
  void cutsOffWhoseEntitlementEnds() {
    var id = paid();
    grant(viewer, product, 1, Instant.now().plusSeconds(4));
    var socket = seated(id);

    socket.await("access_ended");

    assertThat(socket.closeCode()).isEqualTo(4403);
  }

  @Test
  void looksAnewAtEverybodyWhereTheAccessChanges() {
    var id = schedule(creator, stream("Knots"));
    var anonymous = gallery.watchAnonymously(id);
    var own = gallery.watch(id, creator);
    awaitCount(own, 2);

    patch(
            creator,
            id,
            1,
            "{\"access\":{\"policy\":\"purchase\",\"productIds\":[\"%s\"]}}".formatted(product))
        .statusCode(200);

    anonymous.await("access_ended");
    assertThat(anonymous.closeCode()).isEqualTo(4403);
    awaitCount(own, 1);
    assertThat(own.isOpen()).isTrue();
  }

  /** A socket of the viewer, once the event that entitles has arrived. */
  private TestSocket seated(UUID id) {
    await().until(() -> isAdmitted(id));
    var socket = gallery.watch(id, viewer);
    socket.await("viewers");
    return socket;
  }

  private boolean isAdmitted(UUID id) {
    return given()
            .auth()
            .oauth2(TestTokens.of(viewer, "buyer"))
            .post(STREAM + "/playback-token", id)
            .statusCode()
        == 200;
  }

  private UUID paid() {
    return sold(product, other);
  }

  private UUID sold(UUID... products) {
    var stream = stream("Knots");
    stream.put("access", access("purchase", products));
    return goLive(creator, stream);
  }

  private void pin(UUID id, UUID shown) {
    asCreator(creator)
        .body(Map.of("productId", shown))
        .put(STREAM + "/pinned-product", id)
        .then()
        .statusCode(200);
  }
}
