package io.stallcast.system.fault;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What stands on a broker's topics, read and written past the services.
 *
 * @param broker {@code host:port}
 */
public record Records(String broker) {
  private static final Duration POLL = Duration.ofMillis(100);

  /** Where the topics end now. */
  public Map<TopicPartition, Long> ends(Collection<String> topics) {
    try (var consumer = RecordWatch.consumer(broker)) {
      return consumer.endOffsets(RecordWatch.partitions(consumer, topics));
    }
  }

  /** All records from {@code begin} until now; the records of a key in their order. */
  public List<ConsumerRecord<String, String>> since(Map<TopicPartition, Long> begin) {
    try (var consumer = RecordWatch.consumer(broker)) {
      consumer.assign(begin.keySet());
      begin.forEach(consumer::seek);
      Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (isShortOf(ends, consumer)) {
        consumer.poll(POLL).forEach(all::add);
      }
      return all;
    }
  }

  /** Tells of all records that there are until now; the records of a key in their order. */
  public void each(Collection<String> topics, Consumer<ConsumerRecord<String, String>> listener) {
    try (var consumer = RecordWatch.consumer(broker)) {
      List<TopicPartition> partitions = RecordWatch.partitions(consumer, topics);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (isShortOf(ends, consumer)) {
        consumer.poll(POLL).forEach(listener);
      }
    }
  }

  /** Sends the records in this order, and returns when the broker has them all. */
  public void send(List<ProducerRecord<String, String>> records) {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ProducerConfig.ACKS_CONFIG, "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      List<? extends Future<?>> sent = records.stream().map(producer::send).toList();
      producer.flush();
      sent.forEach(Future::resultNow);
    }
  }

  /** The names of all topics. */
  public Set<String> topics() {
    try (var consumer = RecordWatch.consumer(broker)) {
      return consumer.listTopics().keySet();
    }
  }

  /** Whether every group has had all that stands on those of the topics that it reads. */
  public boolean areConsumed(Collection<String> topics) {
    Map<TopicPartition, Long> ends = ends(topics);
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
      for (GroupListing group : admin.listGroups().all().get()) {
        var offsets =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        if (!isAtTheEnd(offsets, ends)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean isAtTheEnd(
      Map<TopicPartition, OffsetAndMetadata> offsets, Map<TopicPartition, Long> ends) {
    Set<String> read = offsets.keySet().stream().map(TopicPartition::topic).collect(toSet());
    return ends.entrySet().stream()
        .filter(end -> read.contains(end.getKey().topic()) && end.getValue() > 0)
        .allMatch(end ->
            offsets.get(end.getKey()) != null
                && offsets.get(end.getKey()).offset() >= end.getValue());
  }

  private static boolean isShortOf(
      Map<TopicPartition, Long> ends, KafkaConsumer<String, String> consumer) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
