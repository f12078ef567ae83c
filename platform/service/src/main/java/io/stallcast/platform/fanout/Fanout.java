package io.stallcast.platform.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says something to every pod, now or never: for what is of no use later and no part of any state.
 * Events of a service go through the outbox.
 *
 * @see Ears
 */
@ApplicationScoped
public class Fanout {
  private static final Logger LOG = Logger.getLogger(Fanout.class);
  private static final int DELIVERY_TIMEOUT_MILLIS = 3000;
  private static final Duration FIRST_WORD = Duration.ofMillis(50);
  private static final int WORD_KEPT_MILLIS = (int) Duration.ofDays(1).toMillis();

  private final Producer<String, String> producer;
  private final EventCodec codec;
  private final Clock clock;
  private final Counter lost;
  private final URI source;

  Fanout(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      EventCodec codec,
      Clock clock,
      MeterRegistry registry) {
    this.producer = new KafkaProducer<>(settings(broker, service));
    this.codec = codec;
    this.clock = clock;
    this.lost =
        Counter.builder("stallcast.fanout.lost")
            .description("What was said to every pod and did not reach the broker")
            .register(registry);
    this.source = URI.create("/" + service);
  }

  /**
   * Says it. Returns at once, whether the broker is there or not; may be called from any thread.
   * What one thread says of a subject is heard in that order.
   *
   * @param subject what it is about, taken as text; the record's key
   * @param event a record with {@link io.stallcast.platform.event.EventType}
   */
  public void say(Topic topic, Object subject, Object event) {
    try {
      producer.send(
          record(topic, Identifiers.next(), subject.toString(), event),
          (metadata, failure) -> note(failure));
    } catch (RuntimeException e) {
      note(e);
    }
  }

  /**
   * Appends an event to the log of its subject, for every pod to read: what a service keeps in that
   * log, and nowhere else before.
   *
   * @param id the event's identity
   * @return completes when the broker has it; where it fails after three seconds, the broker may
   *     have it or not. Nothing blocks; what one thread appends for a subject stands in that order
   */
  public Uni<Void> append(Topic topic, UUID id, Object subject, Object event) {
    var record = record(topic, id, subject.toString(), event);
    return Uni.createFrom()
        .<Void>emitter(waiting ->
            producer.send(
                record,
                (metadata, failure) -> {
                  if (failure == null) {
                    waiting.complete(null);
                  } else {
                    waiting.fail(failure);
                  }
                }))
        .onFailure(TimeoutException.class) // of a topic of which the producer has no word yet
        .retry()
        .withBackOff(FIRST_WORD, FIRST_WORD)
        .expireIn(DELIVERY_TIMEOUT_MILLIS);
  }

  private ProducerRecord<String, String> record(
      Topic topic, UUID id, String subject, Object event) {
    var headers =
        codec.headers(
            id, codec.type(event), codec.version(event), source, subject, 0, clock.instant(), null);
    return new ProducerRecord<>(topic.topicName(), null, subject, codec.encode(event), headers);
  }

  private void note(Exception failure) {
    if (failure != null) {
      lost.increment();
      LOG.debugf("Said in vain: %s", failure);
    }
  }

  /** Nobody waits for the broker: with no room, or no word of the topic yet, it is lost. */
  private static Map<String, Object> settings(Map<String, Object> broker, String service) {
    var settings = new HashMap<>(broker);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-fan-out");
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    // batches of a few milliseconds hardly shrink, and each would take 64 KiB to be compressed in
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, WORD_KEPT_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
    return settings;
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
