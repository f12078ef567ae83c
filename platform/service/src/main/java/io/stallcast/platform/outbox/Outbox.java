package io.stallcast.platform.outbox;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.identifier.Identifiers;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where a unit of work leaves what it has to tell: the messages are rows of its transaction, and
 * are sent after its commit, at least once, one aggregate's in the order of their appending.
 *
 * @see OutboxRelay
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional
 *     outbox</a>
 */
@ApplicationScoped
public class Outbox {
  private static final String INSERT =
      """
      insert into outbox (lane, topic, subject, event_id, type, version, sequence, occurred_at,
                          data, reason, traceparent, deliver_at, timer_key)
      select lane, topic, subject, event_id, type, version, sequence, occurred_at,
             data, reason, traceparent, deliver_at, timer_key
      from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as m(
        ordinal int, lane smallint, topic text, subject text, event_id uuid, type text,
        version smallint, sequence bigint, occurred_at timestamptz, data text, reason text,
        traceparent text, deliver_at timestamptz, timer_key text)
      order by ordinal
      on conflict (timer_key) do update
      set position = excluded.position, event_id = excluded.event_id, type = excluded.type,
          topic = excluded.topic, subject = excluded.subject, lane = excluded.lane,
          version = excluded.version, sequence = excluded.sequence, data = excluded.data,
          occurred_at = excluded.occurred_at, traceparent = excluded.traceparent,
          deliver_at = excluded.deliver_at
      """;

  private final EventCodec codec;
  private final Clock clock;

  Outbox(EventCodec codec, Clock clock) {
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * Appends messages to the unit of work under way. Pending changes of its session are flushed
   * first, so that the aggregate's row is locked before its messages take their positions.
   *
   * @return fails with IllegalStateException outside a unit of work
   */
  public Uni<Void> append(OutboxMessage... messages) {
    return append(List.of(messages));
  }

  /** As {@link #append(OutboxMessage...)}; nothing happens for an empty list. */
  public Uni<Void> append(List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var rows = new JsonArray();
    messages.forEach(message -> rows.add(row(message, rows.size())));
    return insert(rows);
  }

  /**
   * Takes back the delayed message of that key, in the unit of work under way.
   *
   * @return whether it was still waiting
   */
  public Uni<Boolean> cancel(String timerKey) {
    return session()
        .chain(s ->
            s.createNativeQuery("delete from outbox where timer_key = ?1")
                .setParameter(1, timerKey)
                .executeUpdate())
        .map(deleted -> deleted > 0);
  }

  /**
   * Appends a record as it was received to the topic of dead letters.
   *
   * @param record the row's own fields: topic, subject, event_id, type, sequence, data, reason
   */
  public Uni<Void> appendDeadLetter(JsonObject record) {
    var subject = record.getString("subject");
    Lanes.note(Lanes.of(subject));
    var row = record.copy().put("ordinal", 0).put("lane", Lanes.of(subject)).put("version", 1);
    return insert(new JsonArray().add(row.put("occurred_at", clock.instant().toString())));
  }

  private Uni<Void> insert(JsonArray rows) {
    return session()
        .call(Mutiny.Session::flush)
        .chain(s -> s.createNativeQuery(INSERT).setParameter(1, rows.encode()).executeUpdate())
        .replaceWithVoid();
  }

  private JsonObject row(OutboxMessage message, int ordinal) {
    var lane = Lanes.of(message.subject());
    if (message.deliverAt() == null) {
      Lanes.note(lane);
    }
    return new JsonObject()
        .put("ordinal", ordinal)
        .put("lane", lane)
        .put("topic", message.topic().topicName())
        .put("subject", message.subject())
        .put("event_id", Identifiers.next().toString())
        .put("type", codec.type(message.event()))
        .put("version", codec.version(message.event()))
        .put("sequence", message.sequence())
        .put("occurred_at", clock.instant().toString())
        .put("data", codec.encode(message.event()))
        .put("traceparent", traceparent(message))
        .put("deliver_at", message.deliverAt() == null ? null : message.deliverAt().toString())
        .put("timer_key", message.timerKey());
  }

  private static Uni<Mutiny.Session> session() {
    if (!Lanes.areOpen()) {
      return Uni.createFrom()
          .failure(new IllegalStateException("the outbox is written in a unit of work only"));
    }
    return Panache.getSession();
  }

  private static String traceparent(OutboxMessage message) {
    return message.traceparent() == null ? currentTraceparent() : message.traceparent();
  }

  private static String currentTraceparent() {
    var carrier = new HashMap<String, String>(2);
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, HashMap::put);
    return carrier.get("traceparent");
  }
}
