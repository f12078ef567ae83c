package io.stallcast.order.saga;

import io.stallcast.order.Order;
import io.stallcast.order.OrderFailure;
import io.stallcast.order.OrderProblem;
import io.stallcast.order.OrderStatus;
import io.stallcast.order.saga.Outcome.Challenged;
import io.stallcast.order.saga.Outcome.Done;
import io.stallcast.order.saga.Outcome.Refused;
import io.stallcast.order.saga.Outcome.TimedOut;
import io.stallcast.order.saga.Outcome.Undone;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.SagaEvent;
import io.stallcast.platform.event.order.SagaEvent.SagaCompensating;
import io.stallcast.platform.event.order.SagaEvent.SagaCompleted;
import io.stallcast.platform.event.order.SagaEvent.SagaFailed;
import io.stallcast.platform.event.order.SagaEvent.SagaStarted;
import io.stallcast.platform.event.order.SagaEvent.SagaStepCompleted;
import io.stallcast.platform.event.order.SagaEvent.SagaStuck;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.StepTimedOut;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn of a purchase: what follows on a reply, a timeout or a wish, for the saga, for its
 * order, and in {@link #messages()}. It touches nothing else.
 */
final class SagaTurn {
  private final Saga saga;
  private final Order order;
  private final Patience patience;
  private final Instant now;
  private final List<OutboxMessage> messages = new ArrayList<>();

  SagaTurn(Saga saga, Order order, Patience patience, Instant now) {
    this.saga = saga;
    this.order = order;
    this.patience = patience;
    this.now = now;
  }

  /** The first one. */
  void begin() {
    tell(new SagaStarted(saga.id(), order.id(), now));
    enter(0);
  }

  /** A partner has answered, or has not in time. What is stale changes nothing. */
  void on(SagaReply reply) {
    if (saga.isAskedBy(reply.correlation())) {
      switch (PurchaseSaga.outcome(reply)) {
        case TimedOut ignored -> timedOut(reply.correlation().attempt());
        case Undone ignored -> undone();
        case Done done when isForward() -> done(done);
        case Refused refused when isForward() -> refused(refused.reason());
        case Challenged challenged when isForward() -> challenged(challenged.url());
        // the compensation under way takes care of what was done meanwhile
        case Done ignored -> {}
        case Refused ignored -> {}
        case Challenged ignored -> {}
      }
    }
  }

  /**
   * The buyer wishes to cancel: honoured at the next reply, or at once where it is the buyer who is
   * waited for. A second wish changes nothing.
   *
   * @throws ProblemException 409 where it is too late
   */
  void cancel() {
    if (saga.isCancelRequested() || saga.isCompensating()) {
      return;
    }
    if (saga.state() != SagaState.RUNNING || !step().isBeforePivot()) {
      throw tooLate();
    }
    saga.requestCancel();
    order.requestCancel();
    if (saga.challengeUrl() != null) {
      abandon(PurchaseSaga.CANCELLED_BY_BUYER);
    }
  }

  /**
   * An operator has seen to what it was stuck at.
   *
   * @throws ProblemException 409 where it is not stuck
   */
  void retry() {
    requireStuck();
    saga.resume(now);
    askAgain();
  }

  /**
   * An operator gives up what it was stuck at: all that was done is undone, in reverse, the payment
   * too. Where that is under way already, it is asked for again.
   *
   * @throws ProblemException 409 where it is not stuck
   */
  void abort() {
    requireStuck();
    saga.resume(now);
    if (isForward()) {
      abandon(PurchaseSaga.ABORTED);
    } else {
      askAgain();
    }
  }

  private void requireStuck() {
    if (!saga.isStuck()) {
      throw new ProblemException(
          OrderProblem.SAGA_NOT_STUCK, "The saga is " + saga.state().label() + ".");
    }
  }

  /** What is to be sent, in this order. */
  List<OutboxMessage> messages() {
    return List.copyOf(messages);
  }

  // --- forwards

  private void enter(int index) {
    if (index == PurchaseSaga.STEPS.size()) {
      complete();
      return;
    }
    var next = PurchaseSaga.STEPS.get(index);
    if (next.needed().test(order)) {
      saga.enter(next.name(), now);
      ask();
    } else {
      saga.skip(next.name(), now);
      enter(index + 1);
    }
  }

  private void done(Done done) {
    resume();
    if (saga.isCancelRequested()) {
      succeed();
      compensate(PurchaseSaga.CANCELLED_BY_BUYER, index());
    } else {
      done.fact().record(saga, order, now);
      succeed();
      enter(index() + 1);
    }
  }

  private void succeed() {
    saga.succeed(now);
    var attempts = saga.timeline().of(saga.step()).attempts();
    tell(new SagaStepCompleted(saga.id(), order.id(), saga.step(), attempts, now));
  }

  private void challenged(String url) {
    if (saga.isCancelRequested()) {
      abandon(PurchaseSaga.CANCELLED_BY_BUYER);
    } else {
      saga.challenge(url, now.plus(patience.forChallenge()));
      messages.add(timeout());
    }
  }

  private void complete() {
    saga.complete(now);
    tell(new SagaCompleted(saga.id(), order.id(), now));
  }

  // --- backwards

  /** A paid order is not undone, whatever a partner says: then an operator must look. */
  private void refused(OrderFailure reason) {
    if (!step().isBeforePivot()) {
      stick(reason.code());
      return;
    }
    saga.fail(reason.code(), now);
    compensate(reason, index() - 1);
  }

  /** Given up without an answer: what was asked for may still happen, and is undone, too. */
  private void abandon(OrderFailure reason) {
    saga.fail(reason.code(), now);
    compensate(reason, index());
  }

  private void compensate(OrderFailure reason, int from) {
    saga.compensate(reason, now);
    tell(new SagaCompensating(saga.id(), order.id(), saga.step(), reason.code(), now));
    undo(from);
  }

  private void undo(int index) {
    if (index < 0) {
      giveUp();
    } else if (!PurchaseSaga.STEPS.get(index).isUndoneFor(order)) {
      undo(index - 1);
    } else {
      saga.undo(PurchaseSaga.STEPS.get(index).name(), now);
      ask();
    }
  }

  private void undone() {
    if (!isForward()) {
      resume();
      saga.undone(now);
      undo(index() - 1);
    }
  }

  private void giveUp() {
    if (saga.failure().equals(PurchaseSaga.ABORTED)) {
      order.abort(saga.failure(), now);
    } else {
      order.cancel(saga.failure(), now);
    }
    saga.giveUp(now);
    tell(new SagaFailed(saga.id(), order.id(), saga.failure().code(), now));
  }

  // --- asking

  private void ask() {
    saga.awaitUntil(now.plus(patience()));
    var command = (isForward() ? step().ask() : step().undo()).apply(saga, order);
    messages.add(OutboxMessage.of(step().topic(), order.id(), 0, command));
    messages.add(timeout());
  }

  private void askAgain() {
    saga.askAgain();
    ask();
  }

  private void timedOut(int attempt) {
    if (saga.isStuck() || attempt != saga.correlation().attempt()) {
      return;
    }
    if (isForward() && step().isBeforePivot()) {
      askAgainOrAbandon();
    } else if (patience.isOverAfter(saga.askedFor(now))) {
      stick("no_answer");
    } else {
      askAgain();
    }
  }

  private void askAgainOrAbandon() {
    if (saga.isCancelRequested()) {
      abandon(PurchaseSaga.CANCELLED_BY_BUYER);
    } else if (patience.isOverWith(saga.step(), saga.tries())) {
      abandon(step().timeout());
    } else {
      askAgain();
    }
  }

  private void stick(String code) {
    if (!saga.isStuck()) {
      saga.stick(code);
      tell(new SagaStuck(saga.id(), order.id(), saga.step(), now));
    }
  }

  private void resume() {
    if (saga.isStuck()) {
      saga.resume(now);
    }
  }

  private Duration patience() {
    return isForward()
        ? patience.forStep(saga.step(), saga.tries())
        : patience.forCompensation(saga.tries());
  }

  private OutboxMessage timeout() {
    return OutboxMessage.of(
            Topic.SAGA_REPLIES, order.id(), 0, new StepTimedOut(saga.correlation(), order.id()))
        .at(saga.deadline(), saga.timerKey());
  }

  private void tell(SagaEvent event) {
    messages.add(OutboxMessage.of(Topic.SAGA_EVENTS, order.id(), saga.nextSequence(), event));
  }

  private boolean isForward() {
    return !saga.isCompensating();
  }

  private int index() {
    return PurchaseSaga.indexOf(saga.step());
  }

  private Step step() {
    return PurchaseSaga.STEPS.get(index());
  }

  private ProblemException tooLate() {
    return order.status() == OrderStatus.REFUNDED
        ? new ProblemException(OrderProblem.ORDER_REFUNDED, "There is nothing left to cancel.")
        : new ProblemException(
            OrderProblem.ORDER_CONFIRMED, "It is paid; ask for a refund instead.");
  }
}
