package io.stallcast.platform.fanout;

import io.stallcast.platform.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Which logs this pod hears, and from where on. Safe for use by several threads. */
@ApplicationScoped
public class Logs {
  private final Map<String, String> epochs = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> beginnings = new ConcurrentHashMap<>();

  Logs() {}

  /**
   * What the positions of a topic's logs are worth something in: it is another one where the topic
   * was made anew, or has more partitions than before. Of letters, digits, hyphens, underscores and
   * dots; empty before anything can have been heard.
   */
  public Optional<String> epoch(Topic topic) {
    return Optional.ofNullable(epochs.get(topic.topicName()));
  }

  /** The first position that this pod heard, or would have; no event is there before hearing. */
  public long beginning(Topic topic, int partition) {
    return beginnings.getOrDefault(
        new TopicPartition(topic.topicName(), partition), Long.MAX_VALUE);
  }

  void begin(Map<String, String> epochs, Map<TopicPartition, Long> beginnings) {
    this.beginnings.putAll(beginnings);
    this.epochs.putAll(epochs);
  }
}
