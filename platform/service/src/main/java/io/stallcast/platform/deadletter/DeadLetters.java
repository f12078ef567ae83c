package io.stallcast.platform.deadletter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.outbox.DeadLetterMessage;
import io.stallcast.platform.outbox.Outbox;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps records that cannot be applied now. Its methods take part in a unit of work. */
@ApplicationScoped
public class DeadLetters {
  private static final String INSERT =
      """
      insert into dead_letter (consumer, topic, partition, record_offset, subject, headers, value,
                               reason, detail, parked)
      values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb), ?7, ?8, ?9, ?10)
      on conflict do nothing
      """;
  private static final int LONGEST_TYPE = 100;
  private static final int LONGEST_TRACEPARENT = 55;

  private final Outbox outbox;
  private final DeadLetterMetrics metrics;
  private final String service;

  DeadLetters(
      Outbox outbox,
      DeadLetterMetrics metrics,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.service = service;
  }

  /** The key of a record; what has no subject goes by the record's own key. */
  public static DeadLetterKey key(String consumer, ConsumerRecord<String, String> record) {
    var subject = EventCodec.header(record, "ce_subject");
    return new DeadLetterKey(
        consumer,
        Objects.requireNonNullElse(subject, Objects.requireNonNullElse(record.key(), "")));
  }

  /**
   * Keeps a record that is itself at fault, and publishes it to the topic of dead letters; nothing
   * happens for one that is kept already.
   */
  public Uni<Void> bury(String consumer, ConsumerRecord<String, String> record, DeadReason reason) {
    return insert(key(consumer, record), record, reason, false)
        .chain(isNew -> isNew ? publish(consumer, record, reason) : Uni.createFrom().voidItem());
  }

  /** Keeps a record whose key has an open dead letter, so that the key's order holds. */
  Uni<Void> park(String consumer, ConsumerRecord<String, String> record) {
    return insert(key(consumer, record), record, DeadReason.BEHIND, true).replaceWithVoid();
  }

  Uni<Void> publish(String consumer, ConsumerRecord<String, String> record, DeadReason reason) {
    return outbox.appendDeadLetter(published(key(consumer, record), record, reason));
  }

  private Uni<Boolean> insert(
      DeadLetterKey key, ConsumerRecord<String, String> record, DeadReason reason, boolean parked) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(INSERT)
                .setParameter(1, key.consumer())
                .setParameter(2, record.topic())
                .setParameter(3, record.partition())
                .setParameter(4, record.offset())
                .setParameter(5, key.subject())
                .setParameter(6, headers(record).encode())
                .setParameter(7, Texts.storable(record.value()))
                .setParameter(8, reason.code())
                .setParameter(9, Texts.storable(reason.detail()))
                .setParameter(10, parked)
                .executeUpdate())
        .map(rows -> rows == 1)
        .invoke(isNew -> metrics.kept(key.consumer(), parked, isNew));
  }

  private DeadLetterMessage published(
      DeadLetterKey key, ConsumerRecord<String, String> record, DeadReason reason) {
    var type = EventCodec.header(record, "ce_type");
    var sequence = EventCodec.header(record, "ce_sequence");
    return new DeadLetterMessage(
        Topic.deadLetters(record.topic(), service),
        key.subject(),
        type == null ? "unknown" : Texts.storable(type, LONGEST_TYPE),
        sequence != null && sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : 0L,
        Texts.storable(record.value()),
        Texts.storable(reason.detail()),
        traceparent(record));
  }

  private static String traceparent(ConsumerRecord<String, String> record) {
    return Texts.storable(EventCodec.header(record, "traceparent"), LONGEST_TRACEPARENT);
  }

  private static JsonObject headers(ConsumerRecord<String, String> record) {
    var headers = new JsonObject();
    for (var header : record.headers()) {
      if (header.value() != null) {
        headers.put(
            Texts.storable(header.key()),
            Texts.storable(new String(header.value(), StandardCharsets.UTF_8)));
      }
    }
    return headers;
  }
}
