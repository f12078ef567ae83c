package io.stallcast.platform.idempotency;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.SqlState;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers a repeated request as the first one was answered. */
@ApplicationScoped
public class Idempotency {
  /**
   * The wait is the database's: a unique key that a running transaction holds. What comes after it
   * waits as long as ever.
   */
  private static final String CLAIM =
      """
      with patience as materialized (select set_config('lock_timeout', '2s', true)),
      claimed as (
        insert into idempotency_key (caller, route, key, body_hash)
        select $1, $2, $3, $4 from patience
        on conflict do nothing
        returning key)
      select claims from (
        select claims, set_config('lock_timeout', '0', true)
        from (select count(*) as claims from claimed) as counted) as settled
      """;

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
    return Statements.select(
            CLAIM, request.caller(), request.route(), request.key(), request.bodyHash())
        .map(claims -> (long) claims.getFirst()[0] == 1);
  }

  private Uni<Answer> run(IdempotentRequest request, Supplier<Uni<Answer>> work) {
    return work.get().call(answer -> keep(request, answer));
  }

  private static Uni<Integer> keep(IdempotentRequest request, Answer answer) {
    return Statements.update(
        """
        update idempotency_key set status = $1, location = $2, body = $3
        where caller = $4 and route = $5 and key = $6
        """,
        (short) answer.status(),
        answer.location(),
        answer.body(),
        request.caller(),
        request.route(),
        request.key());
  }

  private static Uni<Answer> kept(IdempotentRequest request) {
    return Statements.select(
            """
            select body_hash, status, location, body from idempotency_key
            where caller = $1 and route = $2 and key = $3
            """,
            request.caller(),
            request.route(),
            request.key())
        .map(found -> found.stream().findAny().orElseThrow(Idempotency::inProgress))
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
