package io.stallcast.platform.inbox;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.deadletter.DeadLetters;
import io.stallcast.platform.deadletter.DeadReason;
import io.stallcast.platform.deadletter.KeyChain;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.inbox.InboxTable.Admission;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Applies records: decodes, skips what is known, retries what passes, buries what cannot be. */
@ApplicationScoped
class RecordApplication {
  private static final Logger LOG = Logger.getLogger(RecordApplication.class);

  private final UnitOfWork unitOfWork;
  private final InboxTable inbox;
  private final DeadLetters deadLetters;
  private final KeyChain chain;
  private final EventCodec codec;
  private final WaitingConsumers waiting;
  private final RecordTracing tracing;
  private final InboxMetrics metrics;
  private final InboxConfig config;

  RecordApplication(
      UnitOfWork unitOfWork,
      InboxTable inbox,
      DeadLetters deadLetters,
      KeyChain chain,
      EventCodec codec,
      WaitingConsumers waiting,
      RecordTracing tracing,
      InboxMetrics metrics,
      InboxConfig config) {
    this.unitOfWork = unitOfWork;
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.chain = chain;
    this.codec = codec;
    this.waiting = waiting;
    this.tracing = tracing;
    this.metrics = metrics;
    this.config = config;
  }

  /** Applies one record, however often it must be tried. Does not fail. */
  <T> Uni<Void> apply(Consumption<T> consumption, ConsumerRecord<String, String> record) {
    var tries = new AtomicInteger();
    return Uni.createFrom()
        .deferred(() -> tryOnce(consumption, record))
        .onFailure()
        .invoke(failure -> noteFailure(consumption, record, failure))
        .onFailure(failure -> isWorthATry(failure, tries))
        .retry()
        .withBackOff(config.firstPause(), config.longestPause())
        .indefinitely()
        .onFailure()
        .recoverWithUni(failure -> bury(consumption, record, failure))
        .invoke(() -> waiting.working(consumption.consumer()));
  }

  /** Applies all records in one unit of work; false where that cannot be, with no effect. */
  <T> Uni<Boolean> applyTogether(
      Consumption<T> consumption, List<ConsumerRecord<String, String>> records) {
    return Uni.createFrom()
        .item(() -> records.stream().flatMap(r -> receive(consumption, r)).toList())
        .chain(received -> received.isEmpty() ? done() : applyAll(consumption, received))
        .replaceWith(true)
        .onFailure()
        .invoke(failure -> LOG.debugf(failure, "Batch of %s one by one", consumption.consumer()))
        .onFailure()
        .recoverWithItem(false);
  }

  private <T> Uni<Void> applyAll(Consumption<T> consumption, List<Received<T>> received) {
    return tracing.aroundEach(
        received,
        (trace, events) ->
            unitOfWork.commitApart(
                trace,
                () ->
                    admit(consumption, events)
                        .invoke(RecordApplication::requireNoneParked)
                        .chain(admission -> handle(consumption, events, admission.fresh()))));
  }

  private <T> Stream<Received<T>> receive(
      Consumption<T> consumption, ConsumerRecord<String, String> record) {
    return decode(consumption, record).stream().map(event -> new Received<>(record, event));
  }

  private <T> Uni<Void> tryOnce(Consumption<T> consumption, ConsumerRecord<String, String> record) {
    var event = decode(consumption, record);
    return event.isEmpty()
        ? done()
        : tracing.around(
            record,
            trace ->
                unitOfWork.commitApart(
                    trace, () -> handleOrPark(consumption, record, event.get())));
  }

  private <T> Uni<Void> handleOrPark(
      Consumption<T> consumption, ConsumerRecord<String, String> record, Envelope<T> event) {
    return admit(consumption, List.of(event))
        .chain(admission ->
            admission.parked().isEmpty()
                ? handle(consumption, List.of(event), admission.fresh())
                : chain
                    .parkBehind(consumption.consumer(), record)
                    .chain(parked -> parked ? done() : handleFresh(consumption, List.of(event))));
  }

  /** Applies a record in the unit of work under way, unless it is known. */
  <T> Uni<Void> applyNow(Consumption<T> consumption, ConsumerRecord<String, String> record) {
    return decode(consumption, record)
        .map(event -> handleFresh(consumption, List.of(event)))
        .orElseGet(RecordApplication::done);
  }

  private <T> Uni<Admission> admit(Consumption<T> consumption, List<Envelope<T>> events) {
    var subjects = events.stream().map(Envelope::subject).collect(Collectors.toSet());
    return inbox.admit(consumption.consumer(), subjects, ids(events));
  }

  private static void requireNoneParked(Admission admission) {
    if (!admission.parked().isEmpty()) {
      throw new IllegalStateException("keys are parked: " + admission.parked());
    }
  }

  private <T> Uni<Void> handleFresh(Consumption<T> consumption, List<Envelope<T>> events) {
    return inbox
        .record(consumption.consumer(), ids(events))
        .chain(fresh -> handle(consumption, events, fresh));
  }

  private static <T> Uni<Void> handle(
      Consumption<T> consumption, List<Envelope<T>> events, Set<UUID> fresh) {
    var first = firstOfEach(events, fresh);
    return first.isEmpty() ? done() : consumption.handler().apply(first).replaceWithVoid();
  }

  private static <T> Set<UUID> ids(List<Envelope<T>> events) {
    return events.stream().map(Envelope::id).collect(Collectors.toSet());
  }

  private static <T> List<Envelope<T>> firstOfEach(List<Envelope<T>> events, Set<UUID> fresh) {
    var left = new HashSet<>(fresh);
    return events.stream().filter(event -> left.remove(event.id())).toList();
  }

  private <T> Optional<Envelope<T>> decode(
      Consumption<T> consumption, ConsumerRecord<String, String> record) {
    var event = codec.decode(record, consumption.root());
    if (event.isEmpty()) {
      metrics.skipped(consumption.consumer());
    }
    return event.filter(known -> consumption.concerned().test(known.data()));
  }

  private boolean isWorthATry(Throwable failure, AtomicInteger tries) {
    return !Faults.isOfTheRecord(failure)
        && (Faults.isPassing(failure) || tries.incrementAndGet() < config.tries());
  }

  private void noteFailure(
      Consumption<?> consumption, ConsumerRecord<?, ?> record, Throwable failure) {
    LOG.warnf(
        "Record not applied: consumer=%s topic=%s partition=%d offset=%d: %s",
        consumption.consumer(), record.topic(), record.partition(), record.offset(), failure);
    if (!Faults.isConflict(failure)) {
      waiting.waiting(consumption.consumer(), failure);
    }
  }

  /** The dead letter itself needs the database: it is written however long that takes. */
  private Uni<Void> bury(
      Consumption<?> consumption, ConsumerRecord<String, String> record, Throwable failure) {
    LOG.errorf(failure, "Dead letter: consumer=%s key=%s", consumption.consumer(), record.key());
    return Uni.createFrom()
        .deferred(() ->
            unitOfWork.commitApart(
                Context.root(),
                () -> deadLetters.bury(consumption.consumer(), record, DeadReason.of(failure))))
        .onFailure()
        .invoke(again -> noteFailure(consumption, record, again))
        .onFailure()
        .retry()
        .withBackOff(config.firstPause(), config.longestPause())
        .indefinitely();
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }
}
