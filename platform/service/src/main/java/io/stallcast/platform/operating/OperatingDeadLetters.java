package io.stallcast.platform.operating;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.deadletter.DeadLetter;
import io.stallcast.platform.deadletter.DeadLetterStatus;
import io.stallcast.platform.deadletter.KeyChain;
import io.stallcast.platform.deadletter.ReplayWorker;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What operators do with dead letters. */
@ApplicationScoped
class OperatingDeadLetters {
  private static final int SHOWN_BEHIND = 20;

  private final UnitOfWork unitOfWork;
  private final DeadLetterRows rows;
  private final KeyChain chain;
  private final ReplayWorker worker;
  private final String service;

  OperatingDeadLetters(
      UnitOfWork unitOfWork,
      DeadLetterRows rows,
      KeyChain chain,
      ReplayWorker worker,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.unitOfWork = unitOfWork;
    this.rows = rows;
    this.chain = chain;
    this.worker = worker;
    this.service = service;
  }

  /** The oldest first; {@code status} null stands for all that are not settled. */
  Uni<Page<DeadLetterView>> list(
      DeadLetterFilter filter, DeadLetterStatus status, PageRequest page) {
    return unitOfWork.read(() ->
        rows.list(filter, status, page)
            .map(found -> Page.of(found, page.limit(), OperatingDeadLetters::cursor, this::view)));
  }

  Uni<DeadLetterContent> read(UUID id) {
    return unitOfWork.read(() -> find(id).chain(this::content));
  }

  /** Marks it to be replayed: that goes on after the answer. */
  Uni<DeadLetterView> replay(UUID id, UUID operator) {
    return unitOfWork.commit(() ->
        rows.replay(id, operator)
            .chain(done -> find(id).invoke(letter -> require(done, letter)))
            .invoke(letter -> unitOfWork.afterCommit(worker::wake))
            .map(this::view));
  }

  /** As {@link #replay}, for all that the filter means. */
  Uni<ReplayOrder> replayAll(DeadLetterFilter filter, UUID operator) {
    return unitOfWork.commit(() ->
        rows.replayAll(filter, operator)
            .invoke(marked -> unitOfWork.afterCommit(worker::wake))
            .map(ReplayOrder::new));
  }

  /** Gives it up; what waits behind it goes on. */
  Uni<DeadLetterView> discard(UUID id, UUID operator, String note) {
    return unitOfWork.commit(() ->
        find(id)
            .call(letter -> chain.lock(letter.key()))
            .chain(rows::forget)
            .chain(() -> rows.discard(id, operator, note))
            .chain(done -> find(id).invoke(letter -> require(done, letter)))
            .call(chain::replayNext)
            .invoke(letter -> unitOfWork.afterCommit(worker::wake))
            .map(this::view));
  }

  private Uni<DeadLetter> find(UUID id) {
    return rows.find(id).onItem().ifNull().failWith(() -> ProblemException.notFound("dead letter"));
  }

  private Uni<DeadLetterContent> content(DeadLetter letter) {
    return rows.behind(letter)
        .map(behind ->
            DeadLetterContent.of(
                view(letter), letter, behind.stream().limit(SHOWN_BEHIND).toList(), behind.size()));
  }

  private static void require(boolean done, DeadLetter letter) {
    if (!done) {
      throw switch (letter.status()) {
        case REPLAYED, DISCARDED ->
            problem(DeadLetterProblem.DEAD_LETTER_SETTLED, "It is " + letter.status().label());
        case REPLAYING -> problem(DeadLetterProblem.DEAD_LETTER_REPLAYING, "Wait for its end");
        case OPEN, PARKED ->
            problem(DeadLetterProblem.DEAD_LETTER_BEHIND, "See to the first of its subject");
      };
    }
  }

  private static ProblemException problem(DeadLetterProblem problem, String detail) {
    return new ProblemException(problem, detail + ".");
  }

  private DeadLetterView view(DeadLetter letter) {
    return DeadLetterView.of(letter, service);
  }

  private static Cursor cursor(DeadLetter letter) {
    return Cursor.of(letter.createdAt(), letter.id());
  }
}
