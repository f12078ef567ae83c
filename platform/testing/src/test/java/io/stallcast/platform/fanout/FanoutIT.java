package io.stallcast.platform.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pods that listen, each with its own ears, to a real broker. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FanoutIT {
  private static final Topic TOPIC = Topic.NOTIFICATION_JOBS;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  @Inject Fanout fanout;

  private final String subject = UUID.randomUUID().toString();
  private final List<Listening> pods = new ArrayList<>();

  /** What is heard here. */
  sealed interface Rumour {
    @EventType("rumour.spread")
    record Spread(String text) implements Rumour {}

    /** Not for these ears. */
    @EventType("rumour.kept")
    record Kept(String text) {}
  }

  @AfterEach
  void stopListening() {
    pods.forEach(pod -> pod.stop(new ShutdownEvent()));
  }

  @Test
  void isHeardByEveryPodInOneOrder() {
    var one = pod(Duration.ZERO);
    var other = pod(Duration.ZERO);

    speakUp(one);
    IntStream.range(0, 20).forEach(i -> say("word " + i));

    await().untilAsserted(() -> assertThat(one).last().isEqualTo("word 19"));
    await().untilAsserted(() -> assertThat(other).last().isEqualTo("word 19"));
    assertThat(other).isEqualTo(one).endsWith(words(20));
  }

  @Test
  void isHeardByAPodThatWasNotThereYet() {
    TestEvents.send(TOPIC, subject, 1, new Rumour.Spread("before"));

    var curious = pod(Duration.ofMinutes(5));
    var indifferent = pod(Duration.ZERO);
    TestEvents.send(TOPIC, subject, 2, new Rumour.Spread("after"));

    await().untilAsserted(() -> assertThat(indifferent).containsExactly("after"));
    await().untilAsserted(() -> assertThat(curious).containsExactly("before", "after"));
  }

  @Test
  void tellsWhereInTheLogItStands() {
    var heard = new CopyOnWriteArrayList<Heard<Rumour>>();
    var logs = new Logs();
    var ears = new Ears(null);
    ears.hearAt(TOPIC, Rumour.class, Duration.ZERO, heard::add);
    listen(ears, logs);
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID());

    for (var id : ids) {
      fanout
          .append(TOPIC, id, subject, new Rumour.Spread("word"))
          .await()
          .atMost(Duration.ofSeconds(10));
    }

    await()
        .untilAsserted(() ->
            assertThat(heard.stream().map(word -> word.event().id()))
                .containsExactlyElementsOf(ids));
    var first = heard.getFirst();
    assertThat(first.partition()).isEqualTo(TOPIC.partitionOf(subject));
    assertThat(heard.getLast().position()).isGreaterThan(first.position());
    assertThat(logs.beginning(TOPIC, first.partition())).isEqualTo(first.position());
    assertThat(logs.epoch(TOPIC).orElseThrow()).endsWith("." + TOPIC.partitions());
  }

  @Test
  void goesOnAfterWhatCannotBeUnderstood() {
    var heard = pod(Duration.ZERO);

    TestEvents.sendRaw(TOPIC, subject, "rumour.spread", "no JSON");
    TestEvents.send(TOPIC, subject, 1, new Rumour.Kept("a secret"));
    TestEvents.send(TOPIC, subject, 2, new Rumour.Spread("deaf"));
    TestEvents.send(TOPIC, subject, 3, new Rumour.Spread("loud"));

    await().untilAsserted(() -> assertThat(heard).containsExactly("loud"));
  }

  /** The first words may be lost: nobody waits until the broker has told of the topic. */
  private void speakUp(List<String> heard) {
    await()
        .until(() -> {
          say("hm");
          return !heard.isEmpty();
        });
  }

  private void say(String text) {
    fanout.say(TOPIC, subject, new Rumour.Spread(text));
  }

  private static String[] words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word " + i).toArray(String[]::new);
  }

  private List<String> pod(Duration lookBack) {
    var heard = new CopyOnWriteArrayList<String>();
    var ears = new Ears(null);
    ears.hear(TOPIC, Rumour.class, lookBack, rumour -> hear(rumour, heard));
    listen(ears, new Logs());
    return heard;
  }

  private void listen(Ears ears, Logs logs) {
    var pod =
        new Listening(
            ears,
            Map.of("bootstrap.servers", broker),
            "test",
            new EventCodec(),
            Clock.systemUTC(),
            new SimpleMeterRegistry(),
            logs);
    pods.add(pod);
    pod.start(new StartupEvent());
    await().atMost(Duration.ofSeconds(20)).until(pod::isUpToDate);
  }

  private void hear(Envelope<Rumour> rumour, List<String> heard) {
    if (!rumour.subject().equals(subject)) {
      return;
    }
    switch (rumour.data()) {
      case Rumour.Spread spread when spread.text().equals("deaf") ->
          throw new IllegalStateException("planted");
      case Rumour.Spread spread -> heard.add(spread.text());
    }
  }
}
