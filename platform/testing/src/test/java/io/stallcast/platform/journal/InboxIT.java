package io.stallcast.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.journal.JournalEvent.Noted;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TopicProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class InboxIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Journal journal;
  @Inject Pool pool;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void appliesARedeliveredEventOnce() {
    var id = Identifiers.next();

    TestEvents.send(Topic.ORDER_JOBS, subject, 1, new Noted("once"), id);
    TestEvents.send(Topic.ORDER_JOBS, subject, 1, new Noted("once"), id);
    send("end");

    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly("once", "end"));
  }

  @Test
  void skipsATypeItDoesNotKnow() {
    TestEvents.send(Topic.ORDER_JOBS, subject, 1, new JournalEvent.UnheardOf("?"));
    send("end");

    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly("end"));
  }

  @Test
  void triesAgainAfterAConflictAndWhileAPartnerIsAway() {
    var other = UUID.randomUUID().toString();

    send("conflict");
    TestEvents.send(Topic.ORDER_JOBS, other, 1, new Noted("away"));

    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly("conflict"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(journal.of(other).await().atMost(SOON)).containsExactly("away"));
  }

  @Test
  void buriesPoisonWithItsReasonAndParksWhatFollows() {
    var other = UUID.randomUUID().toString();

    send("before");
    send("poison");
    send("behind");
    TestEvents.send(Topic.ORDER_JOBS, other, 1, new Noted("unharmed"));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(deadLetters())
                .containsExactly("a poisoned text", "behind an earlier dead letter of its key"));
    assertThat(written()).containsExactly("before");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(journal.of(other).await().atMost(SOON)).containsExactly("unharmed"));
  }

  @Test
  void buriesWhatKeepsFailingByItself() {
    send("bug");

    await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).containsExactly("a bug"));
    assertThat(written()).isEmpty();
  }

  @Test
  void buriesWhatCannotBeDecoded() {
    TestEvents.sendRaw(Topic.ORDER_JOBS, subject, "journal.noted", "{not json");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(deadLetters()).singleElement().asString().contains("journal.noted"));
  }

  @Test
  void appliesAPollInOneUnitOfWorkAndOneByOneWhereThatFails() {
    var subjects = IntStream.range(0, 50).mapToObj(i -> subject + "-" + i).toList();
    var before = journal.batches();
    var gate = journal.hold();

    subjects.forEach(s -> TestEvents.send(Topic.PAYMENT_JOBS, s, 1, new Noted("batched")));
    gate.complete(null);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(subjects)
                .allSatisfy(s ->
                    assertThat(journal.of(s).await().atMost(SOON)).containsExactly("batched")));
    assertThat(journal.batches() - before).isLessThan(10);

    TestEvents.send(Topic.PAYMENT_JOBS, subject, 1, new Noted("poison"));
    TestEvents.send(Topic.PAYMENT_JOBS, subject + "-ok", 1, new Noted("fine"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(deadLetters()).containsExactly("a poisoned text");
          assertThat(journal.of(subject + "-ok").await().atMost(SOON)).containsExactly("fine");
        });
  }

  @Test
  void keepsTheTracesOfAPollApart() {
    var echoes = TopicProbe.on(Topic.CATALOG_JOBS);
    var traces =
        Map.of(
            subject + "-a", "0af7651916cd43dd8448eb211c80319c",
            subject + "-b", "4bf92f3577b34da6a3ce929d0e0e4736");
    var gate = journal.hold();

    traces.forEach(this::sendTraced);
    gate.complete(null);

    traces.forEach((traced, trace) ->
        assertThat(echoes.await(Noted.class, traced).traceparent()).contains(trace));
  }

  private void sendTraced(String traced, String trace) {
    var codec = new EventCodec();
    var event = new Noted("traced");
    var headers =
        codec.headers(
            Identifiers.next(),
            codec.type(event),
            1,
            URI.create("/test"),
            traced,
            1,
            Instant.now(),
            "00-" + trace + "-b7ad6b7169203331-01");
    TestEvents.send(
        new ProducerRecord<>(
            Topic.PAYMENT_JOBS.topicName(), null, traced, codec.encode(event), headers));
  }

  private void send(String text) {
    TestEvents.send(Topic.ORDER_JOBS, subject, 1, new Noted(text));
  }

  private List<String> written() {
    return journal.of(subject).await().atMost(SOON);
  }

  private List<String> deadLetters() {
    return pool.preparedQuery("select detail from dead_letter where subject = $1 order by position")
        .execute(Tuple.of(subject))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("detail"))
                .toList())
        .await()
        .atMost(SOON);
  }
}
