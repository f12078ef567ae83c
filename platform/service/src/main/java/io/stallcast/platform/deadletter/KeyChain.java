package io.stallcast.platform.deadletter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The letters of a key, first to last, and the lock that orders what happens to them. Its methods
 * take part in a unit of work.
 */
@ApplicationScoped
public class KeyChain {
  private static final int LOCK_CLASS = 0x0DEAD;

  private final DeadLetters deadLetters;
  private final Clock clock;

  KeyChain(DeadLetters deadLetters, Clock clock) {
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /** Locks the key until the unit of work ends. */
  public Uni<Void> lock(DeadLetterKey key) {
    return locking("select cast(pg_advisory_xact_lock(?1, hashtext(?2)) as text)", key)
        .replaceWithVoid();
  }

  /**
   * Keeps a record behind the first letter of its key. That one may just be being settled: only
   * under the lock it is certain.
   *
   * @return false where there is nothing to wait behind any more, so that the record is to be
   *     applied in this unit of work
   */
  public Uni<Boolean> parkBehind(String consumer, ConsumerRecord<String, String> record) {
    var key = DeadLetters.key(consumer, record);
    return lock(key)
        .chain(() -> head(key))
        .chain(head ->
            head == null
                ? Uni.createFrom().item(false)
                : deadLetters.park(consumer, record).replaceWith(true));
  }

  /** Whether the key could be locked, until the unit of work ends; does not wait. */
  private Uni<Boolean> tryLock(DeadLetterKey key) {
    return locking("select cast(pg_try_advisory_xact_lock(?1, hashtext(?2)) as text)", key)
        .map(Boolean::parseBoolean);
  }

  private static Uni<String> locking(String query, DeadLetterKey key) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(query, String.class)
                .setParameter(1, LOCK_CLASS)
                .setParameter(2, key.consumer() + ' ' + key.subject())
                .getSingleResult());
  }

  /** The first letter of the key that is not settled; null where there is none. */
  public Uni<DeadLetter> head(DeadLetterKey key) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(
                    """
                    from DeadLetter d
                    where d.consumer = ?1 and d.subject = ?2 and d.settledAt is null
                    order by d.position
                    """,
                    DeadLetter.class)
                .setParameter(1, key.consumer())
                .setParameter(2, key.subject())
                .setMaxResults(1)
                .getSingleResultOrNull());
  }

  /**
   * Locks the key of a letter that is to be replayed; false where another pod has it, or was first.
   */
  public Uni<Boolean> claim(DeadLetter letter) {
    return tryLock(letter.key())
        .chain(mine -> mine ? isStillReplaying(letter) : Uni.createFrom().item(false));
  }

  private static Uni<Boolean> isStillReplaying(DeadLetter letter) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select count(*) from dead_letter
                    where position = ?1 and settled_at is null and replaying
                    """,
                    Long.class)
                .setParameter(1, letter.position())
                .getSingleResult())
        .map(rows -> rows == 1);
  }

  /** Its consumer has applied the letter: the replay goes on with the next one of its key. */
  public Uni<Void> settle(DeadLetter letter) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    update dead_letter
                    set settled_at = ?2, replaying = false, replays = replays + 1
                    where position = ?1
                    """)
                .setParameter(1, letter.position())
                .setParameter(2, clock.instant())
                .executeUpdate())
        .chain(() -> replayNext(letter));
  }

  /** Marks what is now the first letter of the key to be replayed. */
  public Uni<Void> replayNext(DeadLetter settled) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    update dead_letter set replaying = true, operator = ?3
                    where position = (select min(position) from dead_letter
                                      where consumer = ?1 and subject = ?2 and settled_at is null)
                    """)
                .setParameter(1, settled.key().consumer())
                .setParameter(2, settled.key().subject())
                .setParameter(3, settled.operator())
                .executeUpdate())
        .replaceWithVoid();
  }

  /** The letter has failed again: the replay of its key ends here. */
  public Uni<Void> fail(DeadLetter letter, DeadReason reason) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    update dead_letter
                    set replaying = false, parked = false, replays = replays + 1,
                        reason = ?2, detail = ?3
                    where position = ?1 and settled_at is null and replaying
                    """)
                .setParameter(1, letter.position())
                .setParameter(2, reason.code())
                .setParameter(3, Texts.storable(reason.detail()))
                .executeUpdate())
        .chain(rows ->
            rows == 1 && letter.isParked()
                ? deadLetters.publish(letter.consumer(), letter.toRecord(), reason)
                : Uni.createFrom().voidItem());
  }
}
