package io.stallcast.order.saga;

import io.stallcast.order.Order;
import io.stallcast.order.OrderFailure;
import io.stallcast.order.PurchaseDetails;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.SagaStep;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where the purchase of an order stands. Its verbs keep the state and the timeline consistent; what
 * to do when is {@link PurchaseSaga}'s to say.
 */
@Entity
@Table(name = "saga")
class Saga {
  @Id private UUID id;
  @Version private long version;
  private UUID orderId;
  private UUID buyerId;

  @Enumerated(EnumType.STRING)
  private SagaState state;

  @Enumerated(EnumType.STRING)
  private SagaStep step;

  /** Of the present step, its compensation included: what a correlation names. */
  private int attempt;

  /** How often the present step, or its compensation, was asked for. */
  private int tries;

  /** Since when the present step, or its compensation, is asked for. */
  private Instant askedSince;

  private Instant deadline;
  private boolean cancelRequested;
  private String failureCode;
  private String failureDetail;
  private String paymentToken;
  private String challengeUrl;

  @Column(columnDefinition = "jsonb")
  private JsonObject licenceKeys;

  @Convert(converter = TimelineColumn.class)
  @Column(columnDefinition = "text")
  private Timeline timeline = Timeline.allPending();

  private String traceId;

  /** How many events were published. */
  private long sequence;

  private Instant startedAt;
  private Instant endedAt;

  Saga() {}

  Saga(UUID id, Order order, String paymentToken, String traceId, Instant now) {
    this.id = id;
    this.orderId = order.id();
    this.buyerId = order.buyerId();
    this.paymentToken = paymentToken;
    this.traceId = traceId;
    this.startedAt = now;
    this.state = SagaState.RUNNING;
  }

  // --- forwards

  void enter(SagaStep next, Instant now) {
    step = next;
    attempt = 1;
    tries = 1;
    askedSince = now;
    timeline = timeline.with(next, s -> s.started(now));
  }

  void skip(SagaStep needless, Instant now) {
    timeline = timeline.with(needless, s -> s.ended(StepStatus.SKIPPED, null, now));
  }

  void succeed(Instant now) {
    leave(StepStatus.SUCCEEDED, null, now);
  }

  void fail(String code, Instant now) {
    leave(StepStatus.FAILED, code, now);
  }

  private void leave(StepStatus how, String code, Instant now) {
    timeline = timeline.with(step, s -> s.ended(how, code, now));
    challengeUrl = null;
    if (step == SagaStep.PROCESS_PAYMENT) {
      paymentToken = null;
    }
  }

  void askAgain() {
    attempt++;
    tries++;
    if (!isCompensating()) {
      timeline = timeline.with(step, StepRecord::askedAgain);
    }
  }

  void awaitUntil(Instant until) {
    deadline = until;
  }

  /** The attempt goes up although nothing is asked: so the timer that ran before is stale. */
  void challenge(String url, Instant until) {
    challengeUrl = url;
    attempt++;
    deadline = until;
  }

  void handOver(Map<UUID, List<String>> keys) {
    if (!keys.isEmpty()) {
      licenceKeys = new JsonObject();
      keys.forEach((product, list) -> licenceKeys.put(product.toString(), new JsonArray(list)));
    }
  }

  void complete(Instant now) {
    state = state.to(SagaState.COMPLETED);
    end(now);
  }

  // --- backwards

  void requestCancel() {
    cancelRequested = true;
  }

  void compensate(OrderFailure reason, Instant now) {
    state = state.to(SagaState.COMPENSATING);
    failureCode = reason.code();
    failureDetail = reason.detail();
    timeline = timeline.withoutPending(now);
    paymentToken = null;
    challengeUrl = null;
  }

  void undo(SagaStep done, Instant now) {
    attempt = (step == done ? attempt : timeline.of(done).attempts()) + 1;
    tries = 1;
    step = done;
    askedSince = now;
  }

  void undone(Instant now) {
    timeline = timeline.with(step, s -> s.undone(now));
  }

  void giveUp(Instant now) {
    state = state.to(SagaState.FAILED);
    end(now);
  }

  private void end(Instant now) {
    endedAt = now;
    deadline = null;
  }

  // --- neither

  void stick(String code) {
    state = state.to(SagaState.STUCK);
    deadline = null;
    if (!isCompensating()) {
      timeline = timeline.with(step, s -> s.stuck(code));
    }
  }

  void resume(Instant now) {
    state = state.to(isCompensating() ? SagaState.COMPENSATING : SagaState.RUNNING);
    askedSince = now;
    if (!isCompensating()) {
      timeline = timeline.with(step, StepRecord::resumed);
    }
  }

  long nextSequence() {
    return ++sequence;
  }

  // --- questions

  /** Whether an answer with this correlation may be one to what is asked now. */
  boolean isAskedBy(Correlation correlation) {
    return !state.isOver()
        && correlation.sagaId().equals(id)
        && correlation.step() == step
        && correlation.attempt() <= attempt;
  }

  boolean isStuck() {
    return state == SagaState.STUCK;
  }

  /** Whether it goes backwards, even if it is stuck on its way. */
  boolean isCompensating() {
    return failureCode != null;
  }

  boolean isCancelRequested() {
    return cancelRequested;
  }

  int tries() {
    return tries;
  }

  Instant askedSince() {
    return askedSince;
  }

  /** Code of the last error; null where there is none. */
  String error() {
    return isCompensating() ? failureCode : timeline.of(step).error();
  }

  Duration askedFor(Instant now) {
    return Duration.between(askedSince, now);
  }

  Correlation correlation() {
    return new Correlation(id, step, attempt);
  }

  OrderFailure failure() {
    return new OrderFailure(failureCode, failureDetail);
  }

  PurchaseDetails details() {
    return new PurchaseDetails(challengeUrl, keys());
  }

  private Map<UUID, List<String>> keys() {
    return licenceKeys == null
        ? Map.of()
        : licenceKeys.fieldNames().stream()
            .collect(
                Collectors.toMap(
                    UUID::fromString,
                    product ->
                        licenceKeys.getJsonArray(product).stream().map(Object::toString).toList()));
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID orderId() {
    return orderId;
  }

  UUID buyerId() {
    return buyerId;
  }

  SagaState state() {
    return state;
  }

  SagaStep step() {
    return step;
  }

  String paymentToken() {
    return paymentToken;
  }

  String challengeUrl() {
    return challengeUrl;
  }

  Instant deadline() {
    return deadline;
  }

  Timeline timeline() {
    return timeline;
  }

  String traceId() {
    return traceId;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  /** The key of the timer that waits for its next answer. */
  String timerKey() {
    return "saga:" + id;
  }
}
