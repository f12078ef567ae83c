package io.stallcast.system.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Sees every record of some topics from now on, when the services see it. It belongs to no consumer
 * group, and outlives the broker's absences.
 */
public final class RecordWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, String> consumer;
  private final Consumer<ConsumerRecord<String, String>> listener;
  private final Thread thread;
  private volatile boolean closed;
  private volatile RuntimeException failure;

  private RecordWatch(
      KafkaConsumer<String, String> consumer, Consumer<ConsumerRecord<String, String>> listener) {
    this.consumer = consumer;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("record-watch").daemon().unstarted(this::watch);
  }

  /**
   * Begins to watch.
   *
   * @param listener called for one record after another, on the watch's own thread
   */
  public static RecordWatch on(
      String broker, Collection<String> topics, Consumer<ConsumerRecord<String, String>> listener) {
    var consumer = consumer(broker);
    List<TopicPartition> partitions = partitions(consumer, topics);
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
    var watch = new RecordWatch(consumer, listener);
    watch.thread.start();
    return watch;
  }

  /** The CloudEvents type of a record; empty where it has none. */
  public static String type(ConsumerRecord<?, ?> record) {
    return header(record, "ce_type");
  }

  /** The CloudEvents id of a record; empty where it has none. */
  public static String id(ConsumerRecord<?, ?> record) {
    return header(record, "ce_id");
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Fails where the listener has: it was told of nothing more then. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  static KafkaConsumer<String, String> consumer(String broker) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            200);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Collection<String> topics) {
    Map<String, List<PartitionInfo>> known = consumer.listTopics();
    return topics.stream()
        .flatMap(topic -> known.get(topic).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private void watch() {
    try (consumer) {
      while (!closed) {
        consumer.poll(POLL).forEach(listener);
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }
}
