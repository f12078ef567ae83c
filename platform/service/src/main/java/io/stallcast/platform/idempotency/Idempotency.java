package io.stallcast.platform.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.SqlState;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers a repeated request as the first one was answered. */
@ApplicationScoped
public class Idempotency {
  private final UnitOfWork unitOfWork;

  Idempotency(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Runs {@code work} in a unit of work that also keeps its answer, or gives the answer kept. A
   * rival with the same key is waited for up to two seconds.
   *
   * @return fails with a problem: 422 where the key was used for another body, 409 where the rival
   *     takes longer; a failure of the work leaves the key free
   */
  public Uni<Answer> once(IdempotentRequest request, Supplier<Uni<Answer>> work) {
    return unitOfWork
        .commit(() -> claim(request).chain(first -> first ? run(request, work) : kept(request)))
        .onFailure(failure -> SqlState.is(failure, SqlState.LOCK_NOT_AVAILABLE))
        .transform(slow -> inProgress());
  }

  private static Uni<Boolean> claim(IdempotentRequest request) {
    return Panache.getSession()
        .call(session -> lockTimeout(session, "2s"))
        .chain(session -> insert(session, request))
        .map(rows -> rows == 1);
  }

  private Uni<Answer> run(IdempotentRequest request, Supplier<Uni<Answer>> work) {
    return Panache.getSession()
        .chain(session -> lockTimeout(session, "0"))
        .chain(work::get)
        .call(answer -> keep(request, answer));
  }

  /** The wait is the database's: a unique key that a running transaction holds. */
  private static Uni<Integer> lockTimeout(Mutiny.Session session, String timeout) {
    return session
        .createNativeQuery("select set_config('lock_timeout', ?1, true)", String.class)
        .setParameter(1, timeout)
        .getSingleResult()
        .replaceWith(0);
  }

  private static Uni<Integer> insert(Mutiny.Session session, IdempotentRequest request) {
    return session
        .createNativeQuery(
            """
            insert into idempotency_key (caller, route, key, body_hash) values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """)
        .setParameter(1, request.caller())
        .setParameter(2, request.route())
        .setParameter(3, request.key())
        .setParameter(4, request.bodyHash())
        .executeUpdate();
  }

  private static Uni<Integer> keep(IdempotentRequest request, Answer answer) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    update idempotency_key set status = ?1, location = ?2, body = ?3
                    where caller = ?4 and route = ?5 and key = ?6
                    """)
                .setParameter(1, (short) answer.status())
                .setParameter(2, answer.location())
                .setParameter(3, answer.body())
                .setParameter(4, request.caller())
                .setParameter(5, request.route())
                .setParameter(6, request.key())
                .executeUpdate());
  }

  private static Uni<Answer> kept(IdempotentRequest request) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select body_hash, status, location, body from idempotency_key
                    where caller = ?1 and route = ?2 and key = ?3
                    """,
                    Object[].class)
                .setParameter(1, request.caller())
                .setParameter(2, request.route())
                .setParameter(3, request.key())
                .getSingleResultOrNull())
        .onItem()
        .ifNull()
        .failWith(Idempotency::inProgress)
        .map(row -> replay(request, row));
  }

  private static Answer replay(IdempotentRequest request, Object[] row) {
    if (!request.bodyHash().equals(row[0])) {
      throw new ProblemException(
          IdempotencyProblem.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was used for another request; take a new one.");
    }
    return new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], true);
  }

  private static ProblemException inProgress() {
    return new ProblemException(
            IdempotencyProblem.IDEMPOTENCY_IN_PROGRESS,
            "A request with this Idempotency-Key is still running; repeat it in a moment.")
        .withRetryAfter(Duration.ofSeconds(2));
  }
}
