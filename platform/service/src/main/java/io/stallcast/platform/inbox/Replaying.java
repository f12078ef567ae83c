package io.stallcast.platform.inbox;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.deadletter.DeadLetter;
import io.stallcast.platform.deadletter.DeadLetterKey;
import io.stallcast.platform.deadletter.DeadReason;
import io.stallcast.platform.deadletter.KeyChain;
import io.stallcast.platform.deadletter.Replayer;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Replays dead letters as if their records had just come: decoded anew, by the same handler, in one
 * unit of work with the inbox, and in the trace that the record carries.
 */
@ApplicationScoped
class Replaying implements Replayer {
  private static final Logger LOG = Logger.getLogger(Replaying.class);

  private final UnitOfWork unitOfWork;
  private final Consumptions consumptions;
  private final RecordApplication application;
  private final RecordTracing tracing;
  private final KeyChain chain;
  private final InboxConfig config;

  Replaying(
      UnitOfWork unitOfWork,
      Consumptions consumptions,
      RecordApplication application,
      RecordTracing tracing,
      KeyChain chain,
      InboxConfig config) {
    this.unitOfWork = unitOfWork;
    this.consumptions = consumptions;
    this.application = application;
    this.tracing = tracing;
    this.chain = chain;
    this.config = config;
  }

  @Override
  public Set<String> consumers() {
    return consumptions.names();
  }

  @Override
  public Uni<Step> next(DeadLetterKey key) {
    return unitOfWork
        .commitApart(Context.root(), () -> chain.head(key))
        .chain(head ->
            head == null || !head.isReplaying() ? Uni.createFrom().item(Step.OVER) : replay(head));
  }

  private Uni<Step> replay(DeadLetter letter) {
    return consumptions
        .find(letter.consumer())
        .map(consumption -> replay(consumption, letter))
        .orElseGet(() -> fail(letter, DeadReason.unknownConsumer(letter.consumer())));
  }

  /** What passes is tried as often as anything else, and then again when the worker comes back. */
  private <T> Uni<Step> replay(Consumption<T> consumption, DeadLetter letter) {
    var tries = new AtomicInteger();
    var record = letter.toRecord();
    return Uni.createFrom()
        .deferred(() -> tryOnce(consumption, letter, record))
        .onFailure(
            failure -> !Faults.isOfTheRecord(failure) && tries.incrementAndGet() < config.tries())
        .retry()
        .withBackOff(config.firstPause(), config.longestPause())
        .indefinitely()
        .onFailure(Faults::isPassing)
        .recoverWithItem(failure -> later(letter, failure))
        .onFailure()
        .recoverWithUni(failure -> fail(letter, DeadReason.of(failure)));
  }

  private <T> Uni<Step> tryOnce(
      Consumption<T> consumption, DeadLetter letter, ConsumerRecord<String, String> record) {
    return tracing.around(
        record,
        trace ->
            unitOfWork.commitApart(
                trace,
                () ->
                    chain
                        .claim(letter)
                        .chain(mine ->
                            mine
                                ? settle(consumption, letter, record)
                                : Uni.createFrom().item(Step.OVER))));
  }

  private <T> Uni<Step> settle(
      Consumption<T> consumption, DeadLetter letter, ConsumerRecord<String, String> record) {
    return application
        .applyNow(consumption, record)
        .chain(() -> chain.settle(letter))
        .replaceWith(Step.APPLIED);
  }

  private static Step later(DeadLetter letter, Throwable failure) {
    LOG.warnf("Dead letter left for later: id=%s: %s", letter.id(), failure);
    return Step.OVER;
  }

  private Uni<Step> fail(DeadLetter letter, DeadReason reason) {
    LOG.warnf("Dead letter failed again: id=%s: %s", letter.id(), reason.detail());
    return unitOfWork
        .commitApart(Context.root(), () -> chain.fail(letter, reason))
        .replaceWith(Step.OVER);
  }
}
