package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream that is watched by way of two pods, while people buy. */
class LiveIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration SALE_WITHIN = Duration.ofSeconds(1);

  /** From when one pod has heard of it; to ask takes some of it. */
  private static final Duration AT_THE_OTHER_POD = Duration.ofSeconds(1);

  private static final Duration CUT_OFF_WITHIN = Duration.ofSeconds(5);

  @RegisterExtension final Shop shop = new Shop();

  private final List<Screen> screens = new ArrayList<>();
  private final Creator creator = shop.creator();
  private final Part pod = shop.stack().part("streaming-service-2");

  @AfterEach
  void mend() {
    screens.forEach(Screen::close);
    if (!pod.isRunning()) {
      pod.restart();
    }
  }

  @Test
  void countsEverybodyOnAllPodsWhoeverDies() {
    String stream = creator.goesLive(creator.announces());
    Buyer twice = shop.buyer();
    watch(stream, twice.api());
    watch(stream, twice.api());
    guests(10, stream);
    awaitCount(11);

    screens.subList(8, 12).forEach(Screen::close);
    screens.subList(8, 12).clear();
    awaitCount(7);

    pod.kill();
    await().atMost(SOON).until(() -> screens.stream().anyMatch(screen -> !screen.isOpen()));
    assertThat(screens).anyMatch(Screen::isOpen);
    awaitCountOfThoseWhoComeBack(7);

    pod.restart();
    guests(4, stream);
    awaitCount(11);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(countsOfPods(stream)).containsExactly(11, 11));
  }

  @Test
  void tellsThatAStreamBeginsAndEnds() {
    String stream = creator.announces();
    guests(2, stream);
    screens.forEach(screen -> screen.await("viewers"));

    creator.goesLive(stream);
    screens.forEach(screen -> screen.await("stream_started"));
    assertThat(statusOf(stream)).isEqualTo("live");

    creator.ends(stream);
    screens.forEach(screen -> screen.await("stream_ended"));
    assertThat(statusOf(stream)).isEqualTo("ended");
  }

  @Test
  void showsSalesAndStockAsTheyHappen() {
    Product product = creator.publishes(course().stock(5));
    String stream = creator.goesLive(creator.announces());
    creator.pins(product, stream);
    guests(2, stream);
    screens.forEach(screen -> screen.await("product_pinned"));

    Purchase purchase = shop.buyer().buys(product, "tok_visa").ends("confirmed");

    Instant confirmed = purchase.saga().getEndedAt().toInstant();
    for (Screen screen : screens) {
      var sale = screen.await("sale");
      assertThat(sale.frame().path("quantity").asInt()).isEqualTo(1);
      assertThat(Duration.between(confirmed, sale.at())).isLessThan(SALE_WITHIN);
      var stock = screen.await("stock", frame -> frame.path("available").asInt() == 4);
      assertThat(Duration.between(confirmed, stock.at())).isLessThan(SALE_WITHIN);
    }
  }

  @Test
  void refundCutsViewerOff() {
    Product product = creator.publishes(course());
    String stream = creator.goesLive(creator.announces(product));
    Buyer buyer = shop.buyer();
    Purchase purchase = buyer.buys(product, "tok_visa").ends("confirmed");
    Screen screen = watch(stream, buyer.api());
    screen.await("viewers");
    String token = playbackToken(buyer, stream);
    assertThat(isValid(token, stream)).isTrue();

    Instant asked = Instant.now();
    purchase.asks("refund").expect(202);

    Instant ended = screen.await("access_ended").at();
    assertThat(Duration.between(asked, ended)).isLessThan(CUT_OFF_WITHIN);
    await()
        .atMost(AT_THE_OTHER_POD)
        .until(() -> IntStream.range(0, 4).noneMatch(i -> isValid(token, stream)));
    assertThat(screen.closeCode()).isEqualTo(4403);
    assertThat(watch(stream, buyer.api()).closeCode()).isEqualTo(4403);
    purchase.becomes("refunded");
  }

  private Screen watch(String stream, Api viewer) {
    var screen = Screen.before(stream, viewer);
    screens.add(screen);
    return screen;
  }

  private void guests(int count, String stream) {
    IntStream.range(0, count).forEach(i -> watch(stream, shop.anybody()));
  }

  private void awaitCount(long viewers) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(screens)
                .allMatch(Screen::isOpen)
                .allMatch(screen -> screen.viewers().orElse(0L) == viewers));
  }

  /** Who was on the pod that died opens another socket, as players do; some try more than once. */
  private void awaitCountOfThoseWhoComeBack(long viewers) {
    await()
        .atMost(SOON)
        .ignoreException(CompletionException.class)
        .until(() -> {
          screens.replaceAll(screen -> screen.isOpen() ? screen : screen.again());
          return screens.stream().allMatch(screen -> screen.viewers().orElse(0L) == viewers);
        });
  }

  private List<Integer> countsOfPods(String stream) {
    return shop.stack().podUrls("streaming-service").stream()
        .map(url -> Api.anonymous(url).get("/api/v1/streams/" + stream).expect(200).json())
        .map(told -> told.path("viewers").asInt())
        .toList();
  }

  private String statusOf(String stream) {
    return shop.anybody().get("/api/v1/streams/" + stream).json().path("status").asText();
  }

  private static String playbackToken(Buyer buyer, String stream) {
    var playback = buyer.api().client().playback();
    return Client.require(() -> playback.makePlaybackToken(UUID.fromString(stream))).getToken();
  }

  private boolean isValid(String token, String stream) {
    Answer answer =
        shop.anybody()
            .send(
                "GET",
                "/api/v1/streams/" + stream + "/playback-token",
                "",
                "Playback-Token",
                token);
    assertThat(answer.status()).isIn(204, 403);
    return answer.status() == 204;
  }
}
