package io.stallcast.platform.testing;

import jakarta.annotation.Nullable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * All of a topic's records, read once and kept for whoever asks next: a consumer for each question
 * takes longer than most answers. Safe for several threads, each of which waits for its turn to
 * read.
 */
final class TopicLog {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Map<String, TopicLog> KNOWN = new ConcurrentHashMap<>();

  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

  private TopicLog(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  /** A topic of the broker that is configured now; empty where it has none of this name yet. */
  static Optional<TopicLog> find(String topic) {
    String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    return Optional.ofNullable(
        KNOWN.computeIfAbsent(broker + " " + topic, key -> open(broker, topic)));
  }

  private static @Nullable TopicLog open(String broker, String topic) {
    var consumer =
        new KafkaConsumer<>(settings(broker), new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      consumer.close();
      return null;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new TopicLog(consumer);
  }

  /** The records from this one on, by its place here; looks for more where there is none. */
  synchronized List<ConsumerRecord<String, String>> from(int place) {
    if (place == records.size()) {
      poll();
    }
    return List.copyOf(records.subList(place, records.size()));
  }

  /** Every record that is there now; within a partition the oldest first. */
  synchronized List<ConsumerRecord<String, String>> whole() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (isShortOf(ends)) {
      poll();
    }
    return List.copyOf(records);
  }

  /** Ends all of them: their broker goes. */
  static void closeAll() {
    KNOWN.values().forEach(TopicLog::close);
    KNOWN.clear();
  }

  private synchronized void close() {
    consumer.close();
  }

  private void poll() {
    consumer.poll(POLL).forEach(records::add);
  }

  private boolean isShortOf(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private static Map<String, Object> settings(String broker) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        broker,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false);
  }
}
