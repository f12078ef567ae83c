package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room whose people are on two pods, and what they read when sockets and pods die. */
class ChatIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** A busy machine's broker takes its time to come back. */
  private static final Duration OUTAGE = Duration.ofMinutes(2);

  private static final Duration BANNED_WITHIN = Duration.ofSeconds(1);
  private static final int MANY = 200;
  private static final int AT_ONCE = 20;
  private static final int WRITERS = 5;
  private static final int MESSAGES = 100;

  @RegisterExtension final Shop shop = new Shop();

  private final List<Guest> guests = new ArrayList<>();
  private final Creator creator = shop.creator();
  private final String room = creator.goesLive(creator.announces());
  private final Part pod = shop.stack().part("chat-service-2");
  private final Part broker = shop.stack().part("broker");

  @AfterEach
  void mend() {
    guests.forEach(Guest::close);
    if (!pod.isRunning()) {
      pod.restart();
    }
  }

  @Test
  void everybodyReadsTheSameOnBothPods() {
    List<Guest> writers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      writers.add(enter(onPod(i % 2, shop.buyer().api())));
      enter(onPod(i % 2, shop.anybody()));
    }

    Crowd.allAtOnce()
        .doing(
            writers,
            writer -> {
              int number = writers.indexOf(writer);
              IntStream.range(0, 15).forEach(i -> writer.say("" + i, number + "." + i));
              return number;
            });

    await().atMost(SOON).until(() -> guests.stream().allMatch(guest -> guest.texts().size() == 90));
    List<String> texts = guests.getFirst().texts();
    assertThat(guests).allSatisfy(guest -> assertThat(guest.texts()).isEqualTo(texts));
    for (int number = 0; number < writers.size(); number++) {
      String writer = number + ".";
      assertThat(texts.stream().filter(text -> text.startsWith(writer)))
          .containsExactlyElementsOf(IntStream.range(0, 15).mapToObj(i -> writer + i).toList());
    }
    assertThat(history()).isEqualTo(texts);
  }

  @Test
  void whoIsDroppedMissesNothing() {
    enterMany();
    CompletableFuture<Void> talk = talk();
    await().atMost(SOON).until(() -> guests.getFirst().texts().size() > MESSAGES / 4);

    guests.forEach(Guest::close);
    await().atMost(SOON).until(() -> history().size() > MESSAGES / 2);
    comeBack();

    requireEverythingOnce(talk);
  }

  @Test
  void whoIsOnAPodThatDiesMissesNothing() {
    enterMany();
    CompletableFuture<Void> talk = talk();
    await().atMost(SOON).until(() -> guests.getFirst().texts().size() > MESSAGES / 4);

    pod.kill();
    await().atMost(SOON).until(() -> guests.stream().anyMatch(guest -> !guest.isHere()));
    assertThat(guests).anyMatch(Guest::isHere);
    comeBack();

    requireEverythingOnce(talk);
    pod.restart();
    Guest newcomer = enter(onPod(1, shop.anybody()));
    assertThat(newcomer.texts()).isSubsetOf(history());
  }

  @Test
  void whoIsThereWhenTheBrokerIsRestartedMissesNothing() {
    enterMany();
    CompletableFuture<Void> talk = talk();
    await().atMost(SOON).until(() -> guests.getFirst().texts().size() > MESSAGES / 4);

    broker.restart();

    requireEverythingOnce(talk);
    assertThat(guests).allMatch(Guest::isHere);
    enterOnceItMay(creator.goesLive(creator.announces()), shop.anybody());
    shop.awaitServing();
  }

  @Test
  void whoIsBannedIsOutEverywhere() {
    Buyer buyer = shop.buyer();
    List<Guest> sockets = List.of(enter(onPod(0, buyer.api())), enter(onPod(1, buyer.api())));
    Guest keeper = enter(onPod(0, creator.session().api()));
    String id = buyer.api().get("/api/v1/auth/me").expect(200).json().path("id").asText();

    Instant asked = Instant.now();
    keeper.screen().send("{\"type\":\"ban\",\"userId\":\"%s\"}".formatted(id));

    assertThat(sockets)
        .allSatisfy(socket -> assertThat(socket.screen().closeCode()).isEqualTo(4403));
    assertThat(Duration.between(asked, Instant.now())).isLessThan(BANNED_WITHIN);
    for (int number = 0; number < 2; number++) {
      Screen again = Screen.at("/ws/chat/" + room, onPod(number, buyer.api()));
      assertThat(again.closeCode()).isEqualTo(4403);
    }
  }

  @Test
  void whoBuysCourseIsInItsRoomUntilItIsRefunded() {
    Product product = creator.publishes(course());
    Guest teacher = enterOnceItMay(product.id(), onPod(0, creator.session().api()));
    Buyer buyer = shop.buyer();
    Screen tooEarly = Screen.at("/ws/chat/" + product.id(), onPod(1, buyer.api()));
    assertThat(tooEarly.closeCode()).isEqualTo(4403);

    Purchase purchase = buyer.buys(product, "tok_visa").ends("confirmed");
    Guest guest = enterOnceItMay(product.id(), onPod(1, buyer.api()));
    guest.say("1", "When does it begin?");
    await().atMost(SOON).until(() -> teacher.texts().contains("When does it begin?"));

    purchase.asks("refund").expect(202);
    assertThat(guest.screen().closeCode()).isEqualTo(4403);
    assertThat(teacher.isHere()).isTrue();
    purchase.becomes("refunded");
  }

  /**
   * Says many things, each until it is acknowledged, whatever dies meanwhile. In a thread of its
   * own: the common pool, which may have one only, is where processes are told to have ended.
   */
  private CompletableFuture<Void> talk() {
    List<Api> writers = shop.buyers(WRITERS).stream().map(Buyer::api).toList();
    return CompletableFuture.runAsync(
        () -> IntStream.range(0, MESSAGES).forEach(i -> say(writers.get(i % WRITERS), i)),
        Thread::startVirtualThread);
  }

  private void say(Api writer, int number) {
    var message = Map.of("clientId", "" + number, "text", "Message " + number);
    await()
        .atMost(OUTAGE)
        .pollDelay(Duration.ofMillis(20)) // no faster than one may write
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> writer.post("/api/v1/chat/rooms/" + room + "/messages", message).status() == 201);
  }

  private void requireEverythingOnce(CompletableFuture<Void> talk) {
    talk.join();
    List<String> said =
        IntStream.range(0, MESSAGES).mapToObj(number -> "Message " + number).toList();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(guests).allSatisfy(guest -> assertThat(guest.texts()).hasSize(MESSAGES)));
    assertThat(guests).allSatisfy(guest -> assertThat(guest.texts()).isEqualTo(said));
    assertThat(history()).isEqualTo(said);
  }

  /** Those whose socket has ended, all at once, some of them more than once. */
  private void comeBack() {
    List<Guest> dropped = guests.stream().filter(guest -> !guest.isHere()).toList();
    Crowd.atMost(AT_ONCE * 5)
        .doing(
            dropped,
            guest -> {
              await()
                  .atMost(SOON)
                  .ignoreException(CompletionException.class)
                  .until(() -> {
                    guest.comeBack(shop.anybody());
                    return true;
                  });
              return guest;
            });
  }

  private void enterMany() {
    guests.addAll(
        Crowd.atMost(AT_ONCE)
            .doing(IntStream.range(0, MANY).boxed().toList(), i -> Guest.in(room, shop.anybody())));
  }

  private Guest enter(Api viewer) {
    Guest guest = Guest.in(room, viewer);
    guests.add(guest);
    return guest;
  }

  /** What lets them in is told to chat-service a little later. */
  private Guest enterOnceItMay(String other, Api viewer) {
    Guest guest =
        await()
            .atMost(OUTAGE)
            .ignoreException(CompletionException.class)
            .until(() -> Guest.in(other, viewer), Guest::isHere);
    guests.add(guest);
    return guest;
  }

  private Api onPod(int number, Api viewer) {
    Api origin = Api.anonymous(shop.stack().podUrls("chat-service").get(number));
    return viewer.token() == null ? origin : origin.as(viewer.token());
  }

  /** All messages as they are kept, the oldest first. */
  private List<String> history() {
    return shop.anybody().list("/api/v1/chat/rooms/" + room + "/messages?limit=100").stream()
        .map(message -> message.path("text").asText())
        .toList()
        .reversed();
  }
}
