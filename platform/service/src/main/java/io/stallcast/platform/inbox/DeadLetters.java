package io.stallcast.platform.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.Outbox;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records that cannot be applied, kept with their reason until an operator replays them. */
@ApplicationScoped
class DeadLetters {
  private static final String INSERT =
      """
      insert into dead_letter (consumer, topic, partition, record_offset, subject, headers, value,
                               reason, parked)
      values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb), ?7, ?8, ?9)
      on conflict do nothing
      """;

  private final Outbox outbox;
  private final InboxMetrics metrics;
  private final String service;

  DeadLetters(
      Outbox outbox,
      InboxMetrics metrics,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.service = service;
  }

  /** Keeps a record that is itself at fault, and publishes it to the topic of dead letters. */
  Uni<Void> bury(String consumer, ConsumerRecord<String, String> record, Throwable fault) {
    var reason = Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getName());
    return insert(consumer, record, reason, false)
        .chain(() -> outbox.appendDeadLetter(published(record, reason)));
  }

  /** Keeps a record whose key has an open dead letter, so that the key's order holds. */
  Uni<Void> park(String consumer, ConsumerRecord<String, String> record) {
    return insert(consumer, record, "behind an earlier dead letter of its key", true);
  }

  private Uni<Void> insert(
      String consumer, ConsumerRecord<String, String> record, String reason, boolean parked) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(INSERT)
                .setParameter(1, consumer)
                .setParameter(2, record.topic())
                .setParameter(3, record.partition())
                .setParameter(4, record.offset())
                .setParameter(5, subject(record))
                .setParameter(6, headers(record).encode())
                .setParameter(7, record.value())
                .setParameter(8, reason)
                .setParameter(9, parked)
                .executeUpdate())
        .invoke(rows -> metrics.buried(consumer, parked))
        .replaceWithVoid();
  }

  private JsonObject published(ConsumerRecord<String, String> record, String reason) {
    var type = EventCodec.header(record, "ce_type");
    var sequence = EventCodec.header(record, "ce_sequence");
    return new JsonObject()
        .put("topic", Topic.deadLetters(record.topic(), service))
        .put("subject", subject(record))
        .put("event_id", Identifiers.next().toString())
        .put("type", type == null ? "unknown" : type)
        .put("sequence", sequence != null && sequence.matches("\\d{1,18}") ? sequence : "0")
        .put("data", record.value())
        .put("reason", reason)
        .put("traceparent", EventCodec.header(record, "traceparent"));
  }

  private static String subject(ConsumerRecord<String, String> record) {
    var subject = EventCodec.header(record, "ce_subject");
    return Objects.requireNonNullElse(subject, Objects.requireNonNullElse(record.key(), ""));
  }

  private static JsonObject headers(ConsumerRecord<String, String> record) {
    var headers = new JsonObject();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }
}
