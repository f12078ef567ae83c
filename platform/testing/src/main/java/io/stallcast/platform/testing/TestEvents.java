package io.stallcast.platform.testing;

import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Events as another service publishes them. Each call returns when the broker has the record. */
public final class TestEvents {
  private static final EventCodec CODEC = new EventCodec();
  private static final URI SOURCE = URI.create("/test");

  private static KafkaProducer<String, String> producer;

  private TestEvents() {}

  /** Publishes an event under a new id, which is returned. */
  public static UUID send(Topic topic, Object subject, long sequence, Object event) {
    return send(topic, subject, sequence, event, Identifiers.next());
  }

  /** Publishes an event under an id of the test's choice: twice the same is a redelivery. */
  public static UUID send(Topic topic, Object subject, long sequence, Object event, UUID id) {
    send(record(topic, subject, sequence, event, id));
    return id;
  }

  /** An event's record, for who does not want it published. */
  public static ProducerRecord<String, String> record(
      Topic topic, Object subject, long sequence, Object event, UUID id) {
    String key = subject.toString();
    var headers =
        CODEC.headers(
            id,
            CODEC.type(event),
            CODEC.version(event),
            SOURCE,
            key,
            sequence,
            Instant.now(),
            null);
    return new ProducerRecord<>(topic.topicName(), null, key, CODEC.encode(event), headers);
  }

  /** Publishes a record whose type or data nobody can make sense of. */
  public static UUID sendRaw(Topic topic, Object subject, String type, String value) {
    UUID id = Identifiers.next();
    String key = subject.toString();
    var headers = CODEC.headers(id, type, 1, SOURCE, key, 0, Instant.now(), null);
    send(new ProducerRecord<>(topic.topicName(), null, key, value, headers));
    return id;
  }

  /** Publishes a record just as it is, headers and all. */
  public static void send(ProducerRecord<String, String> record) {
    try {
      producer().send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refused the record", e.getCause());
    }
  }

  static synchronized void close() {
    if (producer != null) {
      producer.close();
      producer = null;
    }
  }

  private static synchronized KafkaProducer<String, String> producer() {
    if (producer == null) {
      String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
      producer =
          new KafkaProducer<>(
              Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
              new StringSerializer(),
              new StringSerializer());
    }
    return producer;
  }
}
