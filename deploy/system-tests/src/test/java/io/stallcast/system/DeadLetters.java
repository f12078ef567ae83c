package io.stallcast.system;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** The records that no service could take. */
final class DeadLetters {
  private final String broker;

  private DeadLetters(String broker) {
    this.broker = broker;
  }

  static DeadLetters of(RunningStack stack) {
    return new DeadLetters(stack.stack().broker());
  }

  /** How many there were since the stack began. */
  long count() {
    var properties = new Properties();
    properties.put("bootstrap.servers", broker);
    try (Admin admin = Admin.create(properties)) {
      List<String> topics =
          admin.listTopics().names().get().stream().filter(name -> name.endsWith(".dlq")).toList();
      Map<TopicPartition, OffsetSpec> ends =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .flatMap(topic -> partitions(topic).stream())
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .toList();
  }
}
