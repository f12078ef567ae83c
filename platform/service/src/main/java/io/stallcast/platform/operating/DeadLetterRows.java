package io.stallcast.platform.operating;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.deadletter.DeadLetter;
import io.stallcast.platform.deadletter.DeadLetterKey;
import io.stallcast.platform.deadletter.DeadLetterStatus;
import io.stallcast.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The dead letters as operators look at them. Takes part in a unit of work or session. */
@ApplicationScoped
class DeadLetterRows {
  private static final String LIST =
      """
      from DeadLetter d
      where (d.createdAt > :time or d.createdAt = :time and d.id > :id)
        and d.reason = coalesce(:reason, d.reason)
        and d.topic = coalesce(:topic, d.topic)
        and d.subject = coalesce(:subject, d.subject)
        and (%s)
      order by d.createdAt, d.id
      """;
  private static final String FIRST_OF_ITS_KEY =
      """
      settled_at is null and not exists (
        select 1 from dead_letter earlier
        where earlier.consumer = d.consumer and earlier.subject = d.subject
          and earlier.settled_at is null and earlier.position < d.position)
      """;
  private static final String REPLAY =
      "update dead_letter d set replaying = true, operator = ?2 where id = ?1 and "
          + FIRST_OF_ITS_KEY;
  private static final String REPLAY_ALL =
      """
      update dead_letter d set replaying = true, operator = ?4
      where not replaying and not parked
        and reason = coalesce(?1, reason)
        and topic = coalesce(?2, topic)
        and subject = coalesce(?3, subject)
        and
      """
          + FIRST_OF_ITS_KEY;
  private static final String DISCARD =
      """
      update dead_letter d set settled_at = ?4, discarded = true, operator = ?2, note = ?3
      where id = ?1 and not replaying and
      """
          + FIRST_OF_ITS_KEY;
  private static final String KNOW =
      """
      insert into inbox (consumer, event_id)
      select consumer, cast(headers ->> 'ce_id' as uuid) from dead_letter
      where id = ?1 and pg_input_is_valid(headers ->> 'ce_id', 'uuid')
      on conflict do nothing
      """;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Clock clock;

  DeadLetterRows(Clock clock) {
    this.clock = clock;
  }

  /** The oldest first; {@code status} null stands for all that are not settled. */
  Uni<List<DeadLetter>> list(DeadLetterFilter filter, DeadLetterStatus status, PageRequest page) {
    var after = page.cursor();
    var query = LIST.formatted(status == null ? "d.settledAt is null" : status.condition());
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(query, DeadLetter.class)
                .setParameter("time", after.map(c -> c.instant(0)).orElse(Instant.EPOCH))
                .setParameter("id", after.map(c -> c.uuid(1)).orElse(BEFORE_ALL))
                .setParameter("reason", filter.reason)
                .setParameter("topic", filter.topic)
                .setParameter("subject", filter.subject)
                .setMaxResults(page.limitPlusOne())
                .getResultList());
  }

  /** Null where there is none. */
  Uni<DeadLetter> find(UUID id) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery("from DeadLetter d where d.id = ?1", DeadLetter.class)
                .setParameter(1, id)
                .getSingleResultOrNull());
  }

  /** The ids of all that wait behind a letter, in their order. */
  Uni<List<UUID>> behind(DeadLetter letter) {
    DeadLetterKey key = letter.key();
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select id from dead_letter
                    where consumer = ?1 and subject = ?2 and settled_at is null
                      and position > (select position from dead_letter where id = ?3)
                    order by position
                    """,
                    UUID.class)
                .setParameter(1, key.consumer())
                .setParameter(2, key.subject())
                .setParameter(3, letter.id())
                .getResultList());
  }

  /** Marks a letter to be replayed; false where it is settled, or not the first of its key. */
  Uni<Boolean> replay(UUID id, UUID operator) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(REPLAY)
                .setParameter(1, id)
                .setParameter(2, operator)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** Marks all letters that the filter means, and tells how many were not marked before. */
  Uni<Integer> replayAll(DeadLetterFilter filter, UUID operator) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(REPLAY_ALL)
                .setParameter(1, filter.reason)
                .setParameter(2, filter.topic)
                .setParameter(3, filter.subject)
                .setParameter(4, operator)
                .executeUpdate());
  }

  /**
   * Settles a letter without its effects, and lets the inbox know its event, so that a redelivery
   * has none either; false where it is settled, being replayed, or not the first of its key.
   */
  Uni<Boolean> discard(UUID id, UUID operator, String note) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(DISCARD)
                .setParameter(1, id)
                .setParameter(2, operator)
                .setParameter(3, note)
                .setParameter(4, clock.instant())
                .executeUpdate()
                .call(rows -> session.createNativeQuery(KNOW).setParameter(1, id).executeUpdate()))
        .map(rows -> rows == 1);
  }

  /** Lets the next look at a letter see what statements have changed. */
  Uni<Void> forget(DeadLetter letter) {
    return Panache.getSession().invoke(session -> session.detach(letter)).replaceWithVoid();
  }
}
