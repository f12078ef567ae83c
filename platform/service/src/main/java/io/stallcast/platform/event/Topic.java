package io.stallcast.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * Every topic of the platform: the one list that the local stack, the tests and the manifests
 * create topics from. Brokers create none by themselves.
 */
public enum Topic {
  USER_EVENTS("user.events", 6, Retention.COMPACTED, "notification-service"),
  /** Apart from the accounts: its keys are pairs of them. */
  FOLLOW_EVENTS("follow.events", 6, Retention.COMPACTED, "chat-service", "notification-service"),
  PRODUCT_EVENTS("product.events", 6, Retention.COMPACTED, "order-service", "chat-service"),
  /** Apart from the products: a compacted topic keeps one record a key. */
  STOCK_EVENTS("stock.events", 6, Retention.COMPACTED),
  ORDER_EVENTS(
      "order.events",
      12,
      Retention.FOREVER,
      "order-service",
      "catalog-service",
      "notification-service"),
  PAYMENT_EVENTS("payment.events", 12, Retention.FOREVER, "order-service", "notification-service"),
  ACCESS_EVENTS("access.events", 12, Retention.COMPACTED, "streaming-service", "chat-service"),
  STREAMING_EVENTS(
      "streaming.events", 6, Retention.FOREVER, "chat-service", "notification-service"),
  /** What the pods of streaming-service tell one another about who watches; of no use later. */
  STREAMING_AUDIENCE("streaming.audience", 6, Retention.MOMENTS),
  /** What is said and done in rooms; each room is a part of one partition, and its order is law. */
  CHAT_MESSAGES("chat.messages", 12, Retention.LOG),
  CHAT_EVENTS("chat.events", 6, Retention.FOREVER),
  /** What the pods of chat-service tell one another about who is there; of no use later. */
  CHAT_PRESENCE("chat.presence", 6, Retention.MOMENTS),
  SAGA_EVENTS("saga.events", 12, Retention.WEEK),
  INVENTORY_COMMANDS("inventory.commands", 12, Retention.WEEK, "catalog-service"),
  PAYMENT_COMMANDS("payment.commands", 12, Retention.WEEK, "payment-service"),
  ACCESS_COMMANDS("access.commands", 12, Retention.WEEK, "payment-service"),
  SAGA_REPLIES("saga.replies", 12, Retention.WEEK, "order-service"),
  /** Work that a service has put off to itself: its delayed jobs. */
  CATALOG_JOBS("catalog.jobs", 6, Retention.WEEK, "catalog-service"),
  ORDER_JOBS("order.jobs", 12, Retention.WEEK, "order-service"),
  PAYMENT_JOBS("payment.jobs", 12, Retention.WEEK, "payment-service"),
  STREAMING_JOBS("streaming.jobs", 6, Retention.WEEK, "streaming-service"),
  NOTIFICATION_JOBS("notification.jobs", 6, Retention.WEEK, "notification-service"),
  /** What the pods of notification-service tell one another about whose list has changed. */
  NOTIFICATION_LISTS("notification.lists", 6, Retention.MOMENTS);

  private final String topicName;
  private final int partitions;
  private final Retention retention;
  private final List<String> consumers;

  Topic(String topicName, int partitions, Retention retention, String... consumers) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.retention = retention;
    this.consumers = List.of(consumers);
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** How many partitions it is created with; the most pods of one service that share its work. */
  public int partitions() {
    return partitions;
  }

  /** The partition that everything of a key is in. */
  public int partitionOf(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** The broker's topic configuration: clean-up policy and retention. */
  public Map<String, String> configuration() {
    return retention.configuration;
  }

  /** The services that read it, each of which has a topic for its dead letters. */
  public List<String> consumers() {
    return consumers;
  }

  /**
   * The topic on which {@code service} publishes its dead letters of the topic {@code topicName}.
   */
  public static String deadLetters(String topicName, String service) {
    return topicName + "." + service + ".dlq";
  }

  private enum Retention {
    /** The newest record of each key is kept; a null value removes the key. */
    COMPACTED(Map.of("cleanup.policy", "compact")),
    /** Long enough for a pod that starts to hear what the others said last. */
    MOMENTS(
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            "" + Duration.ofMinutes(10).toMillis(),
            "segment.ms",
            "" + Duration.ofMinutes(5).toMillis())),
    FOREVER(Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
    /** By the broker's clock, so that all readers tell the same of time. */
    LOG(
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            "" + Duration.ofDays(7).toMillis(),
            "message.timestamp.type",
            "LogAppendTime")),
    WEEK(Map.of("cleanup.policy", "delete", "retention.ms", "" + Duration.ofDays(7).toMillis()));

    private final Map<String, String> configuration;

    Retention(Map<String, String> configuration) {
      this.configuration = configuration;
    }
  }
}
