package io.stallcast.order.saga;

import static io.stallcast.order.OrderFixtures.NOON;
import static io.stallcast.platform.event.order.SagaStep.CONFIRM_ORDER;
import static io.stallcast.platform.event.order.SagaStep.GRANT_ACCESS;
import static io.stallcast.platform.event.order.SagaStep.PROCESS_PAYMENT;
import static io.stallcast.platform.event.order.SagaStep.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.order.Order;
import io.stallcast.order.OrderFailure;
import io.stallcast.order.OrderFixtures;
import io.stallcast.order.OrderProblem;
import io.stallcast.order.OrderStatus;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.AccessCommand.RevokeAccess;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.InventoryCommand.CommitInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReleaseInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.PaymentCommand.ProcessPayment;
import io.stallcast.platform.event.order.PaymentCommand.VoidPayment;
import io.stallcast.platform.event.order.SagaEvent;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.AccessGranted;
import io.stallcast.platform.event.order.SagaReply.AccessRevoked;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReleased;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.event.order.SagaReply.PaymentChallenged;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.event.order.SagaReply.PaymentVoided;
import io.stallcast.platform.event.order.SagaReply.StepTimedOut;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Given replies, expect commands: the purchase without database, broker or clock. */
class PurchaseSagaTest {
  private static final UUID PAYMENT = Identifiers.next();

  private final List<OutboxMessage> sent = new ArrayList<>();
  private Instant now = NOON;
  private Order order = OrderFixtures.placedOrder();
  private Saga saga = sagaOf(order);

  // --- the way forward

  @Test
  void reservesFirst() {
    begin();

    assertThat(lastCommand())
        .isEqualTo(
            new ReserveInventory(
                new Correlation(saga.id(), RESERVE_INVENTORY, 1),
                order.id(),
                order.buyerId(),
                order.lines()));
    assertThat(timer().deliverAt()).isEqualTo(NOON.plusSeconds(10));
    expectSteps("running", "pending", "pending", "pending");
  }

  @Test
  void paysForWhatIsReserved() {
    beginAndReserve();

    assertThat(lastCommand())
        .isEqualTo(
            new ProcessPayment(
                new Correlation(saga.id(), PROCESS_PAYMENT, 1),
                order.id(),
                order.buyerId(),
                order.total(),
                "tok_visa",
                order.lines()));
    assertThat(timer().deliverAt()).isEqualTo(NOON.plusSeconds(90));
    expectSteps("succeeded", "running", "pending", "pending");
  }

  @Test
  void grantsWhatIsPaidAndForgetsTheCard() {
    beginAndPay();

    assertThat(lastCommand()).isInstanceOf(GrantAccess.class);
    assertThat(saga.paymentToken()).isNull();
  }

  @Test
  void confirmsWhatIsGranted() {
    beginAndGrant();
    assertThat(lastCommand()).isInstanceOf(CommitInventory.class);

    on(new InventoryCommitted(asked(), order.id(), Map.of()));

    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(saga.state()).isEqualTo(SagaState.COMPLETED);
    expectSteps("succeeded", "succeeded", "succeeded", "succeeded");
    assertThat(sagaEvents())
        .containsExactly(
            "SagaStarted",
            "SagaStepCompleted",
            "SagaStepCompleted",
            "SagaStepCompleted",
            "SagaStepCompleted",
            "SagaCompleted");
  }

  @Test
  void numbersWhatItTells() {
    beginAndPay();

    assertThat(sent)
        .filteredOn(message -> message.event() instanceof SagaEvent)
        .extracting(OutboxMessage::sequence)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void keepsTheLicenceKeysForTheBuyer() {
    var product = order.lines().getFirst().productId();
    beginAndGrant();

    on(new InventoryCommitted(asked(), order.id(), Map.of(product, List.of("KEY-1", "KEY-2"))));

    assertThat(saga.details().licenceKeys()).isEqualTo(Map.of(product, List.of("KEY-1", "KEY-2")));
    assertThat(saga.details().toString()).doesNotContain("KEY");
  }

  @Test
  void skipsThePaymentOfAFreeOrder() {
    buy(OrderFixtures.freeOrder());
    beginAndReserve();

    assertThat(lastCommand()).isInstanceOf(GrantAccess.class);
    expectSteps("succeeded", "skipped", "running", "pending");
  }

  // --- refusals

  @Test
  void cancelsWhatIsNotInStock() {
    begin();

    on(new InventoryRejected(asked(), order.id(), "out_of_stock", "Sold out."));

    assertThat(order.failure()).contains(new OrderFailure("out_of_stock", "Sold out."));
    assertThat(saga.state()).isEqualTo(SagaState.FAILED);
    expectSteps("failed", "skipped", "skipped", "skipped");
    assertThat(sagaEvents()).containsExactly("SagaStarted", "SagaCompensating", "SagaFailed");
  }

  @Test
  void releasesWhatCannotBePaid() {
    beginAndReserve();

    on(new PaymentFailed(asked(), order.id(), "declined", "The card was declined."));

    assertThat(lastCommand())
        .isEqualTo(
            new ReleaseInventory(new Correlation(saga.id(), RESERVE_INVENTORY, 2), order.id()));
    assertThat(saga.state()).isEqualTo(SagaState.COMPENSATING);
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    expectSteps("succeeded", "failed", "skipped", "skipped");
  }

  @Test
  void cancelsWhenEverythingIsReleased() {
    beginAndReserve();
    on(new PaymentFailed(asked(), order.id(), "declined", "The card was declined."));

    on(new InventoryReleased(asked(), order.id()));

    assertThat(order.failure()).contains(new OrderFailure("declined", "The card was declined."));
    assertThat(saga.state()).isEqualTo(SagaState.FAILED);
    expectSteps("compensated", "failed", "skipped", "skipped");
    assertThat(saga.timeline().of(PROCESS_PAYMENT).error()).isEqualTo("declined");
  }

  // --- silence before the pivot

  @Test
  void asksAgainWithTwiceThePatience() {
    begin();
    later(Duration.ofSeconds(10));

    timeOut();

    assertThat(lastCommand())
        .isInstanceOfSatisfying(
            ReserveInventory.class, c -> assertThat(c.correlation().attempt()).isEqualTo(2));
    assertThat(timer().deliverAt()).isEqualTo(now.plusSeconds(20));
    assertThat(saga.timeline().of(RESERVE_INVENTORY).attempts()).isEqualTo(2);
  }

  @Test
  void undoesAReservationThatMayStillHappen() {
    begin();

    for (int i = 0; i < 5; i++) {
      timeOut();
    }

    assertThat(lastCommand())
        .isEqualTo(
            new ReleaseInventory(new Correlation(saga.id(), RESERVE_INVENTORY, 6), order.id()));
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.failure()).map(OrderFailure::code).contains("reservation_timeout");
    expectSteps("failed", "skipped", "skipped", "skipped");
  }

  @Test
  void voidsAChargeThatMayStillHappen() {
    beginAndReserve();

    for (int i = 0; i < 3; i++) {
      timeOut();
    }

    assertThat(lastCommand())
        .isEqualTo(new VoidPayment(new Correlation(saga.id(), PROCESS_PAYMENT, 4), order.id()));
    on(new PaymentVoided(asked(), order.id()));
    assertThat(lastCommand()).isInstanceOf(ReleaseInventory.class);
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.failure()).map(OrderFailure::code).contains("payment_timeout");
    expectSteps("compensated", "failed", "skipped", "skipped");
  }

  @Test
  void asksForACompensationUntilItIsDone() {
    beginAndReserve();
    on(new PaymentFailed(asked(), order.id(), "declined", "No."));

    timeOut();
    timeOut();

    assertThat(lastCommand())
        .isEqualTo(
            new ReleaseInventory(new Correlation(saga.id(), RESERVE_INVENTORY, 4), order.id()));
    assertThat(saga.timeline().of(RESERVE_INVENTORY).attempts()).isEqualTo(1);
  }

  @Test
  void sticksWhereACompensationIsNotAnswered() {
    beginAndReserve();
    on(new PaymentFailed(asked(), order.id(), "declined", "No."));
    later(Duration.ofMinutes(15));
    timeOut();
    assertThat(saga.state()).isEqualTo(SagaState.STUCK);

    on(new InventoryReleased(asked(), order.id()));

    assertThat(saga.state()).isEqualTo(SagaState.FAILED);
  }

  // --- silence after the pivot

  @Test
  void neverGivesUpWhatIsPaid() {
    beginAndPay();

    for (int i = 0; i < 50; i++) {
      timeOut();
    }

    assertThat(lastCommand())
        .isInstanceOfSatisfying(
            GrantAccess.class, c -> assertThat(c.correlation().attempt()).isEqualTo(51));
    assertThat(timer().deliverAt()).isEqualTo(now.plusSeconds(120));
    assertThat(saga.state()).isEqualTo(SagaState.RUNNING);
  }

  @Test
  void sticksWhereWhatIsPaidIsNotAnswered() {
    beginAndPay();
    later(Duration.ofMinutes(15));
    var before = sent.size();

    timeOut();

    assertThat(saga.state()).isEqualTo(SagaState.STUCK);
    assertThat(sent.subList(before, sent.size())).hasSize(1);
    assertThat(sagaEvents()).last().isEqualTo("SagaStuck");
    expectSteps("succeeded", "succeeded", "failed", "pending");
    assertThat(saga.timeline().of(GRANT_ACCESS).error()).isEqualTo("no_answer");
  }

  @Test
  void goesOnWhenTheLateAnswerComes() {
    beginAndPay();
    later(Duration.ofMinutes(15));
    timeOut();

    on(new AccessGranted(asked(), order.id()));

    assertThat(saga.state()).isEqualTo(SagaState.RUNNING);
    assertThat(saga.step()).isEqualTo(CONFIRM_ORDER);
    expectSteps("succeeded", "succeeded", "succeeded", "running");
  }

  @Test
  void goesOnWhenAnOperatorSaysSo() {
    beginAndPay();
    later(Duration.ofMinutes(15));
    timeOut();

    turn(SagaTurn::retry);

    assertThat(saga.state()).isEqualTo(SagaState.RUNNING);
    assertThat(lastCommand())
        .isInstanceOfSatisfying(
            GrantAccess.class, c -> assertThat(c.correlation().attempt()).isEqualTo(2));
    expectSteps("succeeded", "succeeded", "running", "pending");
  }

  @Test
  void isRetriedOnlyWhereItIsStuck() {
    begin();

    assertProblem(OrderProblem.SAGA_NOT_STUCK, SagaTurn::retry);
  }

  @Test
  void undoesWhatIsPaidAndMayBeGrantedWhereAnOperatorSaysSo() {
    beginAndPay();
    later(Duration.ofMinutes(15));
    timeOut();

    turn(SagaTurn::abort);

    assertThat(lastCommand())
        .isEqualTo(new RevokeAccess(new Correlation(saga.id(), GRANT_ACCESS, 2), order.id()));
    expectSteps("succeeded", "succeeded", "failed", "skipped");
    expectNothing(new AccessGranted(new Correlation(saga.id(), GRANT_ACCESS, 1), order.id()));
    on(new AccessRevoked(asked(), order.id()));
    assertThat(lastCommand()).isInstanceOf(VoidPayment.class);
    on(new PaymentVoided(asked(), order.id()));
    assertThat(lastCommand()).isInstanceOf(ReleaseInventory.class);
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.failure()).contains(PurchaseSaga.ABORTED);
    assertThat(saga.state()).isEqualTo(SagaState.FAILED);
    expectSteps("compensated", "compensated", "failed", "skipped");
  }

  @Test
  void undoesWhatIsGrantedAndMayBeSoldWhereAnOperatorSaysSo() {
    beginAndGrant();
    later(Duration.ofMinutes(15));
    timeOut();

    turn(SagaTurn::abort);

    assertThat(lastCommand()).isInstanceOf(RevokeAccess.class);
    expectNothing(
        new InventoryCommitted(new Correlation(saga.id(), CONFIRM_ORDER, 1), order.id(), Map.of()));
    on(new AccessRevoked(asked(), order.id()));
    on(new PaymentVoided(asked(), order.id()));
    on(new InventoryReleased(asked(), order.id()));
    expectSteps("compensated", "compensated", "compensated", "failed");
  }

  @Test
  void undoesNoPaymentOfAFreeOrder() {
    buy(OrderFixtures.freeOrder());
    begin();
    on(new InventoryReserved(asked(), order.id()));
    later(Duration.ofMinutes(15));
    timeOut();

    turn(SagaTurn::abort);
    on(new AccessRevoked(asked(), order.id()));

    assertThat(lastCommand()).isInstanceOf(ReleaseInventory.class);
    on(new InventoryReleased(asked(), order.id()));
    expectSteps("compensated", "skipped", "failed", "skipped");
  }

  @Test
  void asksAgainForACompensationWhereAnOperatorSaysSo() {
    beginAndReserve();
    on(new PaymentFailed(asked(), order.id(), "declined", "No."));
    later(Duration.ofMinutes(15));
    timeOut();

    turn(SagaTurn::abort);

    assertThat(saga.state()).isEqualTo(SagaState.COMPENSATING);
    assertThat(lastCommand()).isInstanceOf(ReleaseInventory.class);
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.failure()).map(OrderFailure::code).contains("declined");
  }

  @Test
  void isAbortedOnlyWhereItIsStuck() {
    beginAndPay();

    assertProblem(OrderProblem.SAGA_NOT_STUCK, SagaTurn::abort);
  }

  @Test
  void sticksWhereWhatIsPaidIsRefused() {
    beginAndGrant();

    on(new InventoryRejected(asked(), order.id(), "product_unavailable", "Gone."));

    assertThat(saga.state()).isEqualTo(SagaState.STUCK);
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(saga.timeline().of(CONFIRM_ORDER).error()).isEqualTo("product_unavailable");
  }

  // --- stale and repeated replies

  @Test
  void takesTheAnswerToAnEarlierAsking() {
    begin();
    var first = asked();
    timeOut();

    on(new InventoryReserved(first, order.id()));

    assertThat(saga.step()).isEqualTo(PROCESS_PAYMENT);
  }

  @Test
  void ignoresARepeatedAnswer() {
    begin();
    var first = asked();
    on(new InventoryReserved(first, order.id()));

    expectNothing(new InventoryReserved(first, order.id()));
  }

  @Test
  void ignoresAnotherSagasAnswer() {
    begin();

    expectNothing(
        new InventoryReserved(
            new Correlation(Identifiers.next(), RESERVE_INVENTORY, 1), order.id()));
  }

  @Test
  void ignoresAnAnswerToWhatWasNotAsked() {
    begin();

    expectNothing(
        new InventoryReserved(new Correlation(saga.id(), RESERVE_INVENTORY, 2), order.id()));
  }

  @Test
  void ignoresATimeoutOfAnEarlierAsking() {
    begin();
    var first = asked();
    timeOut();

    expectNothing(new StepTimedOut(first, order.id()));
  }

  @Test
  void ignoresAPaymentThatIsBeingVoided() {
    beginAndReserve();
    var charge = asked();
    for (int i = 0; i < 3; i++) {
      timeOut();
    }

    expectNothing(new PaymentProcessed(charge, order.id(), PAYMENT));
  }

  @Test
  void ignoresEverythingAfterItsEnd() {
    begin();
    on(new InventoryRejected(asked(), order.id(), "out_of_stock", "Sold out."));

    expectNothing(new InventoryReserved(asked(), order.id()));
    expectNothing(new StepTimedOut(asked(), order.id()));
  }

  // --- the challenge

  @Test
  void givesTheBuyerTimeForAChallenge() {
    beginAndReserve();
    var before = asked();
    later(Duration.ofSeconds(2));

    on(new PaymentChallenged(asked(), order.id(), "https://bank/challenge"));

    assertThat(saga.details().challengeUrl()).isEqualTo("https://bank/challenge");
    assertThat(timer().deliverAt()).isEqualTo(now.plus(Duration.ofMinutes(16)));
    expectNothing(new StepTimedOut(before, order.id()));
  }

  @Test
  void goesOnWhenTheChallengeIsMet() {
    beginAndReserve();
    var charge = asked();
    on(new PaymentChallenged(charge, order.id(), "https://bank/challenge"));

    on(new PaymentProcessed(charge, order.id(), PAYMENT));

    assertThat(saga.step()).isEqualTo(GRANT_ACCESS);
    assertThat(saga.details().challengeUrl()).isNull();
  }

  @Test
  void cancelsAtOnceWhereTheBuyerIsWaitedFor() {
    beginAndReserve();
    on(new PaymentChallenged(asked(), order.id(), "https://bank/challenge"));

    turn(SagaTurn::cancel);

    assertThat(lastCommand()).isInstanceOf(VoidPayment.class);
    on(new PaymentVoided(asked(), order.id()));
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.failure()).contains(PurchaseSaga.CANCELLED_BY_BUYER);
  }

  @Test
  void challengesNoOneWhoHasCancelled() {
    beginAndReserve();
    turn(SagaTurn::cancel);

    on(new PaymentChallenged(asked(), order.id(), "https://bank/challenge"));

    assertThat(lastCommand()).isInstanceOf(VoidPayment.class);
  }

  // --- the wish to cancel

  @Test
  void cancelsAtTheNextReply() {
    begin();
    turn(SagaTurn::cancel);
    assertThat(saga.state()).isEqualTo(SagaState.RUNNING);

    on(new InventoryReserved(asked(), order.id()));

    assertThat(lastCommand()).isInstanceOf(ReleaseInventory.class);
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.failure()).contains(PurchaseSaga.CANCELLED_BY_BUYER);
    expectSteps("compensated", "skipped", "skipped", "skipped");
  }

  @Test
  void givesAChargeBackThatWasInFlight() {
    beginAndReserve();
    turn(SagaTurn::cancel);

    on(new PaymentProcessed(asked(), order.id(), PAYMENT));

    assertThat(lastCommand()).isInstanceOf(VoidPayment.class);
    on(new PaymentVoided(asked(), order.id()));
    on(new InventoryReleased(asked(), order.id()));
    assertThat(order.failure()).contains(PurchaseSaga.CANCELLED_BY_BUYER);
    expectSteps("compensated", "compensated", "skipped", "skipped");
  }

  @Test
  void saysWhyThePaymentFailedEvenToWhoCancelled() {
    beginAndReserve();
    turn(SagaTurn::cancel);

    on(new PaymentFailed(asked(), order.id(), "declined", "No."));
    on(new InventoryReleased(asked(), order.id()));

    assertThat(order.failure()).map(OrderFailure::code).contains("declined");
  }

  @Test
  void doesNotAskAgainForWhoHasCancelled() {
    begin();
    turn(SagaTurn::cancel);

    timeOut();

    assertThat(lastCommand()).isInstanceOf(ReleaseInventory.class);
  }

  @Test
  void hearsAWishOnce() {
    begin();
    turn(SagaTurn::cancel);
    var before = sent.size();

    turn(SagaTurn::cancel);

    assertThat(sent).hasSize(before);
  }

  @Test
  void refusesAWishThatComesTooLate() {
    beginAndPay();

    assertProblem(OrderProblem.ORDER_CONFIRMED, SagaTurn::cancel);
  }

  @Test
  void refusesAWishForWhatIsConfirmed() {
    beginAndGrant();
    on(new InventoryCommitted(asked(), order.id(), Map.of()));

    assertProblem(OrderProblem.ORDER_CONFIRMED, SagaTurn::cancel);
    order.refund(order.total(), now);
    assertProblem(OrderProblem.ORDER_REFUNDED, SagaTurn::cancel);
  }

  @Test
  void agreesToAWishForWhatIsCancelled() {
    begin();
    on(new InventoryRejected(asked(), order.id(), "out_of_stock", "Sold out."));
    var before = sent.size();

    turn(SagaTurn::cancel);

    assertThat(sent).hasSize(before);
  }

  // --- the language of these tests

  private void buy(Order what) {
    order = what;
    saga = sagaOf(what);
  }

  private static Saga sagaOf(Order order) {
    return new Saga(
        Identifiers.next(), order, "tok_visa", "0af7651916cd43dd8448eb211c80319c", NOON);
  }

  private void begin() {
    turn(SagaTurn::begin);
  }

  private void beginAndReserve() {
    begin();
    on(new InventoryReserved(asked(), order.id()));
  }

  private void beginAndPay() {
    beginAndReserve();
    on(new PaymentProcessed(asked(), order.id(), PAYMENT));
  }

  private void beginAndGrant() {
    beginAndPay();
    on(new AccessGranted(asked(), order.id()));
  }

  private void on(SagaReply reply) {
    turn(turn -> turn.on(reply));
  }

  private void timeOut() {
    on(new StepTimedOut(asked(), order.id()));
  }

  private void turn(Consumer<SagaTurn> move) {
    var turn = new SagaTurn(saga, order, PatienceTest.patience(0.5), now);
    move.accept(turn);
    sent.addAll(turn.messages());
  }

  private void later(Duration by) {
    now = now.plus(by);
  }

  private Correlation asked() {
    return saga.correlation();
  }

  private Object lastCommand() {
    return sent.stream()
        .map(OutboxMessage::event)
        .filter(event -> !(event instanceof SagaEvent) && !(event instanceof StepTimedOut))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private OutboxMessage timer() {
    var timer = sent.getLast();
    assertThat(timer.event()).isEqualTo(new StepTimedOut(asked(), order.id()));
    assertThat(timer.timerKey()).isEqualTo(saga.timerKey());
    return timer;
  }

  private List<String> sagaEvents() {
    return sent.stream()
        .map(OutboxMessage::event)
        .filter(SagaEvent.class::isInstance)
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private void expectNothing(SagaReply reply) {
    var before = sent.size();
    var version = order.version();
    var state = saga.state();
    on(reply);
    assertThat(sent).hasSize(before);
    assertThat(order.version()).isEqualTo(version);
    assertThat(saga.state()).isEqualTo(state);
  }

  private void expectSteps(String... statuses) {
    assertThat(saga.timeline().steps())
        .extracting(step -> step.status().label())
        .containsExactly(statuses);
  }

  private void assertProblem(OrderProblem problem, Consumer<SagaTurn> move) {
    assertThatThrownBy(() -> turn(move))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(problem));
  }
}
