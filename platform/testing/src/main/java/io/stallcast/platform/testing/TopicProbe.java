package io.stallcast.platform.testing;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * Looks at what was published on a topic, from its beginning: also what was there before the probe.
 * It belongs to no consumer group and takes nothing away from the services. Safe for several
 * threads.
 */
public final class TopicProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final EventCodec CODEC = new EventCodec();

  private final String topic;

  private TopicProbe(String topic) {
    this.topic = topic;
  }

  /** A probe of one of the platform's topics. */
  public static TopicProbe on(Topic topic) {
    return new TopicProbe(topic.topicName());
  }

  /** A probe of the dead letters that {@code service} published of a topic. */
  public static TopicProbe onDeadLetters(Topic topic, String service) {
    return new TopicProbe(Topic.deadLetters(topic.topicName(), service));
  }

  /** The first event of this type that is as wanted; waits for it, and fails where none comes. */
  public <T> Envelope<T> await(Class<T> event, Predicate<Envelope<T>> wanted) {
    return awaitFirst(event.getSimpleName(), record -> CODEC.decode(record, event).filter(wanted));
  }

  /** As {@link #await(Class, Predicate)}, by the event's subject alone. */
  public <T> Envelope<T> await(Class<T> event, Object subject) {
    return await(event, envelope -> envelope.subject().equals(subject.toString()));
  }

  /** The first record that is as wanted, not decoded: for dead letters, headers and tombstones. */
  public ConsumerRecord<String, String> awaitRecord(
      Predicate<ConsumerRecord<String, String>> wanted) {
    return awaitFirst("record", record -> Optional.of(record).filter(wanted));
  }

  /** Every event of this type, or of this sealed interface, that is there now, oldest first. */
  public <T> List<Envelope<T>> seen(Class<T> event) {
    return TopicLog.find(topic).stream()
        .flatMap(log -> log.whole().stream())
        .flatMap(record -> CODEC.decode(record, event).stream())
        .toList();
  }

  private <R> R awaitFirst(
      String name, Function<ConsumerRecord<String, String>, Optional<R>> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var log = awaitTopic();
    int looked = 0;
    while (System.nanoTime() < deadline) {
      List<ConsumerRecord<String, String>> more = log.from(looked);
      Optional<R> found = more.stream().flatMap(record -> look.apply(record).stream()).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      looked += more.size();
    }
    return Assertions.fail("No such %s on %s within %s", name, topic, PATIENCE);
  }

  /** Dead letters have no topic before their first. */
  private TopicLog awaitTopic() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> TopicLog.find(topic), Optional::isPresent)
        .orElseThrow();
  }
}
