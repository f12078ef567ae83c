package io.stallcast.platform.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
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
      producer.send(record(topic, subject.toString(), event), (metadata, failure) -> note(failure));
    } catch (RuntimeException e) {
      note(e);
    }
  }

  private ProducerRecord<String, String> record(Topic topic, String subject, Object event) {
    var headers =
        codec.headers(
            Identifiers.next(),
            codec.type(event),
            codec.version(event),
            source,
            subject,
            0,
            clock.instant(),
            null);
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
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
    return settings;
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
