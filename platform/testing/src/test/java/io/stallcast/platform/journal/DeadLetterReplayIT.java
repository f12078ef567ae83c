package io.stallcast.platform.journal;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.journal.JournalEvent.Noted;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class DeadLetterReplayIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Journal journal;

  private final String subject = UUID.randomUUID().toString();
  private final Operator operator = new Operator();

  @AfterEach
  void forgetGrammar() {
    Noted.READS_GARBLED.set(false);
  }

  @Test
  void replaysTheDeadOneAndThenWhatIsBehindIt() {
    journal.jam(subject);
    send("jam", "second", "third");
    awaitKept(3);

    journal.mend(subject);
    operator.replays(operator.open(subject)).then().statusCode(202);

    awaitWritten("jam", "second", "third");
    assertThat(operator.lists(subject)).isEmpty();
    assertThat(operator.lists(subject, "replayed"))
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.get("operator")).hasToString(operator.id() + ""));
    send("fourth");
    awaitWritten("jam", "second", "third", "fourth");
  }

  @Test
  void endsWhereOneFailsAgain() {
    journal.jam(subject);
    send("jam", "second", "poison", "fourth");
    awaitKept(4);

    journal.mend(subject);
    operator.replays(operator.open(subject)).then().statusCode(202);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(details("open")).containsExactly("a poisoned text"));
    assertThat(written()).containsExactly("jam", "second");
    assertThat(details("parked")).hasSize(1);
    var poison = operator.reads(operator.open(subject)).jsonPath();
    assertThat(poison.getString("letter.reason")).isEqualTo("invalid_record");
    assertThat(poison.getInt("letter.replays")).isEqualTo(1);
  }

  @Test
  void staysDeadWithItsNewReasonWhereTheCauseIsNotMended() {
    send("bug", "behind");
    awaitKept(2);

    operator.replays(operator.open(subject)).then().statusCode(202);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(operator.lists(subject, "open"))
                .singleElement()
                .satisfies(letter -> {
                  assertThat(letter).containsEntry("replays", 1);
                  assertThat(letter).containsEntry("reason", "unforeseen");
                }));
    assertThat(written()).isEmpty();
  }

  /** Whatever arrives while the last one is being settled is applied, after it, and once. */
  @Test
  void replaysOnceAndInOrderWhileRecordsOfTheKeysArriveAndOperatorsCompete() {
    var subjects = IntStream.range(0, 12).mapToObj(i -> subject + "-" + i).toList();
    subjects.forEach(journal::jam);
    subjects.forEach(each -> sendAbout(each, "jam", "a", "b"));
    await().atMost(SOON).until(() -> subjects.stream().allMatch(s -> kept(s) == 3));

    subjects.forEach(journal::mend);
    var all =
        subjects.stream()
            .flatMap(each -> {
              var letter = operator.open(each);
              return Stream.of(
                  CompletableFuture.runAsync(() -> operator.replays(letter)),
                  CompletableFuture.runAsync(() -> new Operator().replays(letter)),
                  CompletableFuture.runAsync(
                      () -> sendAbout(each, nCopies(20, "later").toArray(String[]::new))));
            })
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).join();

    var expected =
        Stream.concat(Stream.of("jam", "a", "b"), nCopies(20, "later").stream()).toList();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(subjects)
                .allSatisfy(s -> {
                  assertThat(journal.of(s).await().atMost(SOON)).isEqualTo(expected);
                  assertThat(operator.lists(s)).isEmpty();
                }));
  }

  @Test
  void replaysAllOfAReasonAndLeavesTheOthers() {
    journal.jam(subject);
    send("jam");
    TestEvents.send(Topic.PAYMENT_JOBS, subject, 1, new Noted("bug"));
    awaitKept(2);

    journal.mend(subject);
    var answer = operator.replaysAll(subject, "invalid_record");

    answer.then().statusCode(202);
    assertThat(answer.jsonPath().getInt("replaying")).isEqualTo(1);
    awaitWritten("jam");
    assertThat(operator.lists(subject))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter).containsEntry("consumer", "payment.jobs");
          assertThat(letter).containsEntry("replays", 0);
        });
  }

  @Test
  void decodesAnewWhatANewVersionCanRead() {
    send("garbled once", "behind");
    awaitKept(2);

    Noted.READS_GARBLED.set(true);
    operator.replays(operator.open(subject)).then().statusCode(202);

    awaitWritten("garbled once", "behind");
  }

  @Test
  void givesUpWhatIsDiscardedAndGoesOnBehindIt() {
    var id = Identifiers.next();
    TestEvents.send(Topic.ORDER_JOBS, subject, 1, new Noted("poison"), id);
    send("second", "third");
    awaitKept(3);

    operator.discards(operator.open(subject), "sent by mistake").then().statusCode(200);

    awaitWritten("second", "third");
    assertThat(operator.lists(subject, "discarded"))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter).containsEntry("note", "sent by mistake");
          assertThat(letter).containsEntry("operator", operator.id().toString());
        });
    TestEvents.send(Topic.ORDER_JOBS, subject, 1, new Noted("redelivered"), id);
    send("fourth");
    awaitWritten("second", "third", "fourth");
  }

  @Test
  void keepsWhatNoDatabaseTakesAsItIs() {
    TestEvents.sendRaw(Topic.ORDER_JOBS, subject, "journal.noted", "{\u0000");

    await().atMost(SOON).untilAsserted(() -> assertThat(operator.lists(subject)).hasSize(1));
    assertThat(operator.reads(operator.open(subject)).jsonPath().getString("value"))
        .isEqualTo("{\uFFFD");
  }

  private void send(String... texts) {
    sendAbout(subject, texts);
  }

  private static void sendAbout(String about, String... texts) {
    for (var text : texts) {
      // past the constructor, as another service would
      TestEvents.sendRaw(
          Topic.ORDER_JOBS, about, "journal.noted", "{\"text\":\"%s\"}".formatted(text));
    }
  }

  private void awaitKept(int letters) {
    await().atMost(SOON).until(() -> kept(subject) == letters);
  }

  private int kept(String about) {
    return operator.lists(about).size();
  }

  private void awaitWritten(String... texts) {
    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly(texts));
  }

  private List<String> written() {
    return journal.of(subject).await().atMost(SOON);
  }

  private List<Object> details(String status) {
    return operator.lists(subject, status).stream()
        .map((Map<String, Object> letter) -> letter.get("detail"))
        .toList();
  }
}
