package io.stallcast.streaming.shopping;

import static io.restassured.RestAssured.given;
import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.stop;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductPinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductUnpinned;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.stallcast.streaming.PaymentPeer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class PinnedProductIT {
  private static final String PINNED = STREAM + "/pinned-product";

  private final UUID creator = UUID.randomUUID();
  private final UUID product = UUID.randomUUID();

  @Test
  void showsAProductAndTellsOfIt() {
    var id = goLive(creator, stream("Knots"));

    pin(creator, id)
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("pinnedProductId", equalTo(product.toString()));

    given().get(STREAM, id).then().body("pinnedProductId", equalTo(product.toString()));
    var pinned = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamProductPinned.class, id);
    assertThat(pinned.sequence()).isEqualTo(3);
    assertThat(pinned.data().stream().pinnedProductId()).isEqualTo(product);
  }

  @Test
  void showsItOnceHoweverOftenItIsSaid() {
    var id = goLive(creator, stream("Knots"));

    pin(creator, id);
    pin(creator, id).statusCode(200).header("ETag", "\"3\"");
    unpin(creator, id).statusCode(204);
    unpin(creator, id).statusCode(204);

    given().get(STREAM, id).then().header("ETag", "\"4\"").body("pinnedProductId", nullValue());
    var unpinned = TopicProbe.on(Topic.STREAMING_EVENTS).await(StreamProductUnpinned.class, id);
    assertThat(unpinned.data().stream().pinnedProductId()).isNull();
  }

  @Test
  void showsNothingBesideWhatIsOver() {
    var id = goLive(creator, stream("Knots"));
    stop(creator, id);

    pin(creator, id).statusCode(409).body("code", equalTo("illegal_transition"));
    unpin(creator, id).statusCode(409);
  }

  @Test
  void isTheCreatorsAlone() {
    var id = goLive(creator, stream("Knots"));

    pin(UUID.randomUUID(), id).statusCode(404);
    unpin(UUID.randomUUID(), id).statusCode(404);
    asCreator(creator).body("{}").put(PINNED, id).then().statusCode(400);
  }

  private ValidatableResponse pin(UUID who, UUID id) {
    return asCreator(who).body(Map.of("productId", product)).put(PINNED, id).then();
  }

  private static ValidatableResponse unpin(UUID who, UUID id) {
    return asCreator(who).delete(PINNED, id).then();
  }
}
