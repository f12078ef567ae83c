package io.stallcast.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.stallcast.platform.event.EventCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends rows to the broker by an idempotent producer. It stands beside the messaging connector,
 * which sends again by itself what the producer gave up, and so out of order.
 */
@ApplicationScoped
class OutboxProducer {
  private static final Logger LOG = Logger.getLogger(OutboxProducer.class);

  private final Producer<String, String> producer;
  private final KafkaClientMetrics metrics;
  private final Counter refused;
  private final EventCodec codec;
  private final URI source;

  OutboxProducer(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      OutboxConfig config,
      EventCodec codec,
      MeterRegistry registry) {
    this.producer = new KafkaProducer<>(settings(broker, service, config));
    this.metrics = new KafkaClientMetrics(producer);
    this.refused =
        Counter.builder("stallcast.outbox.refused")
            .description("Sendings that the broker did not acknowledge")
            .register(registry);
    this.codec = codec;
    this.source = URI.create("/" + service);
    metrics.bindTo(registry);
  }

  /**
   * Sends the rows in their order.
   *
   * @return for each row in its place, whether the broker has it; never fails
   */
  Uni<List<Boolean>> send(List<OutboxRow> rows) {
    return Uni.createFrom()
        .item(() -> rows.stream().map(this::send).toList())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(OutboxProducer::allOf);
  }

  private CompletableFuture<Boolean> send(OutboxRow row) {
    var sent = new CompletableFuture<Boolean>();
    try {
      producer.send(toRecord(row), (metadata, failure) -> sent.complete(isSent(row, failure)));
    } catch (RuntimeException e) {
      sent.complete(isSent(row, e));
    }
    return sent;
  }

  private boolean isSent(OutboxRow row, Exception failure) {
    if (failure != null) {
      refused.increment();
      LOG.warnf("Outbox row not sent: topic=%s type=%s: %s", row.topic(), row.type(), failure);
    }
    return failure == null;
  }

  private static Uni<List<Boolean>> allOf(List<CompletableFuture<Boolean>> sent) {
    return Uni.createFrom()
        .completionStage(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)))
        .map(done -> sent.stream().map(CompletableFuture::resultNow).toList());
  }

  private ProducerRecord<String, String> toRecord(OutboxRow row) {
    var headers =
        codec.headers(
            row.eventId(),
            row.type(),
            row.version(),
            source,
            row.subject(),
            row.sequence(),
            row.occurredAt(),
            row.traceparent());
    if (row.reason() != null) {
      headers.add("dead-letter-reason", row.reason().getBytes(StandardCharsets.UTF_8));
    }
    return new ProducerRecord<>(row.topic(), null, row.subject(), row.data(), headers);
  }

  private static Map<String, Object> settings(
      Map<String, Object> broker, String service, OutboxConfig config) {
    var settings = new HashMap<>(broker);
    var timeout = Math.toIntExact(config.deliveryTimeout().toMillis());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // a round's rows come within a moment: together they are one request, not one each
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    // a round spreads over many partitions, and a record or two is not worth a compressor's buffers
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 3);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    return settings;
  }

  @PreDestroy
  void close() {
    metrics.close();
    producer.close(Duration.ofSeconds(5));
  }
}
