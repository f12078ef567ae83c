package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static io.stallcast.system.Listing.software;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.platform.event.Topic;
import io.stallcast.system.fault.Databases.DeadLetter;
import io.stallcast.system.fault.RecordWatch;
import io.stallcast.system.fault.Records;
import io.stallcast.system.fault.Redelivery;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is delivered again, in whichever order, has no second effect. */
class RedeliveryIT {
  private static final List<String> TOPICS =
      Arrays.stream(Topic.values()).map(Topic::topicName).toList();

  @RegisterExtension final Shop shop = new Shop();

  private final Records records = new Records(shop.stack().broker());
  private final long seed = System.nanoTime();

  @Test
  void nothingHappensTwiceAndPoisonHarmsItselfAlone() {
    Map<TopicPartition, Long> begin = records.ends(TOPICS);
    Map<TopicPartition, Long> lettersBegin = records.ends(deadLetterTopics());
    Set<DeadLetter> letters = Set.copyOf(shop.stack().databases().deadLetters());
    buySomeOfEach();
    remindOfStream(begin);
    new Invariants(shop).check();
    Object before = restingState();
    List<ConsumerRecord<String, String>> seen = records.since(begin);

    deliverAgain(seen, again -> again.poisoned(again.mixedBetweenKeys()));
    deliverAgain(seen, again -> again.poisoned(again.shuffled()));

    assertThat(restingState()).as("seed %d", seed).isEqualTo(before);
    assertThat(shop.stack().databases().deadLetters())
        .filteredOn(letter -> !letters.contains(letter))
        .isNotEmpty()
        .allMatch(letter -> letter.detail().startsWith("data of "));
    requirePublished(seen, lettersBegin);
    shop.buyer().buys(shop.creator().publishes(course().stock(1)), "tok_visa").ends("confirmed");
  }

  private void buySomeOfEach() {
    List<Product> products =
        List.of(
            shop.creator().publishes(course().stock(20)),
            shop.creator().publishes(course().stock(1)),
            shop.creator().publishes(software().licenceKeys("K-1", "K-2", "K-3", "K-4", "K-5")));
    List<Buyer> buyers = shop.buyers(6);
    List<String> cards = List.of("tok_visa", "tok_declined", "tok_lost", "tok_insufficient_funds");
    Crowd.allAtOnce()
        .doing(
            cards,
            card ->
                Crowd.allAtOnce()
                    .doing(
                        buyers,
                        buyer -> buyer.buys(products.get(buyers.indexOf(buyer) % 3), card).end()));
    Purchase regretted = buyers.getFirst().buys(products.getFirst(), "tok_visa").ends("confirmed");
    regretted.asks("refund").expect(202);
    regretted.becomes("refunded");
  }

  /** Of one that is about to begin, so that it happens now. */
  private void remindOfStream(Map<TopicPartition, Long> begin) {
    String stream = shop.creator().announces(OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(3));
    shop.buyer().wantsToBeRemindedOf(stream);
    Invariants.eventually(() ->
        assertThat(records.since(begin))
            .anyMatch(record -> RecordWatch.type(record).equals("stream.reminder-due")));
  }

  /** Each topic's records in an order of its own, and waits until all services have had them. */
  private void deliverAgain(
      List<ConsumerRecord<String, String>> seen,
      Function<Redelivery, List<ProducerRecord<String, String>>> order) {
    var random = new Random(seed);
    seen.stream()
        .collect(groupingBy(ConsumerRecord::topic))
        .values()
        .forEach(topic -> records.send(order.apply(new Redelivery(topic, random))));
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> records.areConsumed(TOPICS));
  }

  /** All that is stored, charged and mailed, once it changes no more. */
  private Object restingState() {
    var last = new AtomicReference<Object>();
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(2))
        .until(this::state, state -> state.equals(last.getAndSet(state)));
  }

  private Object state() {
    return List.of(
        shop.stack().databases().state(),
        shop.stack().provider().charges(),
        shop.stack().mailBox().letters());
  }

  /** The poison of a topic, for every service that reads it and knows some of its types. */
  private void requirePublished(
      List<ConsumerRecord<String, String>> seen, Map<TopicPartition, Long> begin) {
    Set<String> topics = seen.stream().map(ConsumerRecord::topic).collect(toSet());
    List<String> expected =
        deadLetterTopics().stream().filter(dlq -> topics.contains(sourceOf(dlq))).toList();
    Invariants.eventually(() -> {
      var published = records.since(begin).stream().collect(groupingBy(ConsumerRecord::topic));
      assertThat(published.keySet()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(published.values())
          .allSatisfy(letters -> assertThat(letters).allMatch(Redelivery::isPoisonWithReason));
    });
  }

  private List<String> deadLetterTopics() {
    return records.topics().stream().filter(topic -> topic.endsWith(".dlq")).toList();
  }

  private static String sourceOf(String deadLetterTopic) {
    return deadLetterTopic.replaceFirst("\\.[^.]+\\.dlq$", "");
  }
}
