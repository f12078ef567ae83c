package io.stallcast.platform.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.fanout.Ears.Ear;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The one thread that reads all partitions of all topics that somebody listens to. */
@ApplicationScoped
class Listening {
  private static final Logger LOG = Logger.getLogger(Listening.class);
  private static final Duration AT_MOST = Duration.ofMillis(100);
  private static final long PAUSE_MILLIS = 1000;

  private final List<Ear<?>> ears;
  private final Map<String, Object> settings;
  private final EventCodec codec;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Logs logs;

  /** Where reading goes on, once it has begun. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Map<TopicPartition, Long> awaited;

  Listening(
      Ears ears,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      EventCodec codec,
      Clock clock,
      MeterRegistry registry,
      Logs logs) {
    this.logs = logs;
    this.ears = ears.all();
    this.settings = settings(broker, service);
    this.codec = codec;
    this.clock = clock;
    this.registry = registry;
  }

  void start(@Observes StartupEvent started) {
    if (!ears.isEmpty()) {
      Thread.ofPlatform().name("fan-out").daemon().start(this::listen);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  /** Whether everything has been heard that was said before this pod began to listen. */
  boolean isUpToDate() {
    return ears.isEmpty() || (awaited != null && awaited.isEmpty());
  }

  private void listen() {
    while (stopped.getCount() > 0) {
      try (var consumer = new KafkaConsumer<String, String>(settings);
          var metrics = new KafkaClientMetrics(consumer)) {
        metrics.bindTo(registry);
        begin(consumer);
        hearAll(consumer);
      } catch (RuntimeException e) {
        LOG.warnf("Fan-out not heard, trying again: %s", e);
        pause();
      }
    }
  }

  private void begin(KafkaConsumer<String, String> consumer) {
    consumer.assign(partitions());
    if (positions.isEmpty()) {
      var ends = consumer.endOffsets(consumer.assignment());
      var beginnings = beginnings(consumer, ends);
      logs.begin(epochs(), beginnings);
      positions.putAll(beginnings);
      awaited = new HashMap<>(ends);
    }
    positions.forEach(consumer::seek);
    markHeard();
  }

  private void hearAll(KafkaConsumer<String, String> consumer) {
    while (stopped.getCount() > 0) {
      var records = consumer.poll(AT_MOST);
      for (var record : records) {
        ears.forEach(ear -> hear(ear, record));
      }
      records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
      markHeard();
    }
  }

  private void markHeard() {
    if (!awaited.isEmpty()) {
      var left = new HashMap<>(awaited);
      left.entrySet().removeIf(end -> positions.get(end.getKey()) >= end.getValue());
      awaited = left;
    }
  }

  private <T> void hear(Ear<T> ear, ConsumerRecord<String, String> record) {
    if (!ear.topic().topicName().equals(record.topic())) {
      return;
    }
    try {
      codec
          .decode(record, ear.root())
          .ifPresent(event -> ear.consumer().accept(Heard.of(record, event)));
    } catch (InvalidRecordException e) {
      LOG.warnf("Not understood: topic=%s key=%s: %s", record.topic(), record.key(), e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Heard in vain: topic=%s key=%s", record.topic(), record.key());
    }
  }

  private List<TopicPartition> partitions() {
    return ears.stream()
        .map(Ear::topic)
        .distinct()
        .flatMap(topic ->
            IntStream.range(0, topic.partitions())
                .mapToObj(i -> new TopicPartition(topic.topicName(), i)))
        .toList();
  }

  private Map<TopicPartition, Long> beginnings(
      KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    var since =
        consumer.assignment().stream().collect(Collectors.toMap(p -> p, p -> since(p.topic())));
    var found = consumer.offsetsForTimes(since);
    return ends.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                end -> {
                  var first = found.get(end.getKey());
                  return first == null ? end.getValue() : Long.valueOf(first.offset());
                }));
  }

  /** A topic's identity and its number of partitions. */
  private Map<String, String> epochs() {
    var topics = ears.stream().map(ear -> ear.topic().topicName()).distinct().toList();
    try (var admin = Admin.create(adminSettings())) {
      return admin.describeTopics(topics).allTopicNames().get().values().stream()
          .collect(
              Collectors.toMap(
                  TopicDescription::name, t -> t.topicId() + "." + t.partitions().size()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("The topics are not described", e.getCause());
    }
  }

  private Map<String, Object> adminSettings() {
    var allowed = AdminClientConfig.configNames();
    return settings.entrySet().stream()
        .filter(setting -> allowed.contains(setting.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private long since(String topic) {
    var lookBack =
        ears.stream()
            .filter(ear -> ear.topic().topicName().equals(topic))
            .map(Ear::lookBack)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return clock.instant().minus(lookBack).toEpochMilli();
  }

  private void pause() {
    try {
      stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private static Map<String, Object> settings(Map<String, Object> broker, String service) {
    var settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-fan-out");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return settings;
  }
}
