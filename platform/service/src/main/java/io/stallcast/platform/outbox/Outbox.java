package io.stallcast.platform.outbox;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.identifier.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.LongSupplier;
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
      from unnest($1::smallint[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::smallint[],
                  $7::bigint[], $8::timestamptz[], $9::text[], $10::text[], $11::text[],
                  $12::timestamptz[], $13::text[])
        with ordinality as m (lane, topic, subject, event_id, type, version, sequence, occurred_at,
                              data, reason, traceparent, deliver_at, timer_key, ordinal)
      order by ordinal
      on conflict (timer_key) where timer_key is not null do update
      set position = excluded.position, event_id = excluded.event_id, type = excluded.type,
          topic = excluded.topic, subject = excluded.subject, lane = excluded.lane,
          version = excluded.version, sequence = excluded.sequence, data = excluded.data,
          occurred_at = excluded.occurred_at, traceparent = excluded.traceparent,
          deliver_at = excluded.deliver_at
      """;
  private static final String DELETE = "delete from outbox where timer_key = any($1)";

  private final EventCodec codec;
  private final Clock clock;

  Outbox(EventCodec codec, Clock clock) {
    this.codec = codec;
    this.clock = clock;
  }

  /** Begins to gather what the unit of work of the current context appends. */
  public void open() {
    Pending.open();
  }

  /** Whether a unit of work is under way in the current context. */
  public boolean isOpen() {
    return Pending.current().isPresent();
  }

  /**
   * Writes what was appended and taken back, all at once: the last thing that a unit of work does.
   * Its session is flushed first, so that the aggregates' rows are locked before their messages
   * take positions.
   */
  public Uni<Void> write() {
    return pending()
        .chain(pending ->
            Panache.getSession()
                .chain(Mutiny.Session::flush)
                .chain(() -> delete(pending.takeCancelled()))
                .chain(() -> insert(pending.takeRows())));
  }

  /** Ends the gathering, and returns the lanes that something was written to. */
  public BitSet close() {
    return Pending.close();
  }

  /**
   * Appends messages to the unit of work under way.
   *
   * @return fails with IllegalStateException outside a unit of work
   */
  public Uni<Void> append(OutboxMessage... messages) {
    return append(List.of(messages));
  }

  /** As {@link #append(OutboxMessage...)}; nothing happens for an empty list. */
  public Uni<Void> append(List<OutboxMessage> messages) {
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : pending()
            .invoke(pending -> messages.forEach(m -> pending.add(row(m, m::sequence))))
            .replaceWithVoid();
  }

  /**
   * As {@link #append(OutboxMessage...)}, for an aggregate that this unit of work changes: its
   * version is asked for when the change is in the database, and takes the place of the message's.
   */
  public Uni<Void> append(OutboxMessage message, LongSupplier version) {
    return pending().invoke(pending -> pending.add(row(message, version))).replaceWithVoid();
  }

  /**
   * Takes back the delayed messages of these keys, those that are still waiting, in the unit of
   * work under way.
   */
  public Uni<Void> cancel(Collection<String> timerKeys) {
    return timerKeys.isEmpty()
        ? Uni.createFrom().voidItem()
        : pending().invoke(pending -> timerKeys.forEach(pending::cancel)).replaceWithVoid();
  }

  /** As the other, for one key. */
  public Uni<Void> cancel(String timerKey) {
    return cancel(List.of(timerKey));
  }

  /** Appends a record as it was received to the topic of dead letters. */
  public Uni<Void> appendDeadLetter(DeadLetterMessage record) {
    return pending().invoke(pending -> pending.add(row(record))).replaceWithVoid();
  }

  private static Uni<Void> delete(String[] timerKeys) {
    return timerKeys.length == 0
        ? Uni.createFrom().voidItem()
        : Statements.update(DELETE, (Object) timerKeys).replaceWithVoid();
  }

  private static Uni<Void> insert(List<PendingRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : Statements.update(INSERT, PendingRow.columns(rows)).replaceWithVoid();
  }

  private PendingRow row(OutboxMessage message, LongSupplier sequence) {
    return new PendingRow(
        message.topic().topicName(),
        message.subject(),
        Identifiers.next(),
        codec.type(message.event()),
        codec.version(message.event()),
        sequence,
        clock.instant(),
        codec.encode(message.event()),
        null,
        traceparent(message),
        message.deliverAt(),
        message.timerKey());
  }

  private PendingRow row(DeadLetterMessage record) {
    return new PendingRow(
        record.topic(),
        record.subject(),
        Identifiers.next(),
        record.type(),
        1,
        record::sequence,
        clock.instant(),
        record.data(),
        record.reason(),
        record.traceparent(),
        null,
        null);
  }

  private static Uni<Pending> pending() {
    return Uni.createFrom()
        .item(() ->
            Pending.current()
                .orElseThrow(() ->
                    new IllegalStateException("the outbox is written in a unit of work only")));
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
