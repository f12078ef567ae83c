package io.stallcast.platform.journal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what it is told, and fails as its texts ask for. */
@ApplicationScoped
public class Journal {
  private final Set<String> jammed = ConcurrentHashMap.newKeySet();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
  private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
  private final AtomicInteger batches = new AtomicInteger();
  private final Inbox inbox;
  private final Outbox outbox;
  private final UnitOfWork unitOfWork;

  Journal(Inbox inbox, Outbox outbox, UnitOfWork unitOfWork) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.each(Topic.ORDER_JOBS, JournalEvent.class, this::write);
    consumptions.together(Topic.PAYMENT_JOBS, JournalEvent.class, this::writeAll);
  }

  @Incoming("journal-entries")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  @Incoming("journal-batches")
  Uni<Void> onBatch(ConsumerRecords<String, String> records) {
    return Uni.createFrom().completionStage(() -> gate).chain(() -> inbox.apply(records));
  }

  Uni<List<String>> of(String subject) {
    return unitOfWork.read(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(
                        "select text from journal_entry where subject = ?1 order by number",
                        String.class)
                    .setParameter(1, subject)
                    .getResultList()));
  }

  /** Holds the polls of batches until the future is complete. */
  CompletableFuture<Void> hold() {
    gate = new CompletableFuture<>();
    return gate;
  }

  /** From now on the text "jam" of that subject cannot be written. */
  void jam(String subject) {
    jammed.add(subject);
  }

  /** The cause of the jam is mended. */
  void mend(String subject) {
    jammed.remove(subject);
  }

  int batches() {
    return batches.get();
  }

  private Uni<Void> writeAll(List<Envelope<JournalEvent>> events) {
    batches.incrementAndGet();
    var echoes = events.stream().map(Journal::echo).toList();
    return outbox.append(echoes).chain(() -> writeInTurn(events));
  }

  private static OutboxMessage echo(Envelope<JournalEvent> event) {
    return OutboxMessage.of(Topic.CATALOG_JOBS, event.subject(), 1, event.data()).causedBy(event);
  }

  private Uni<Void> writeInTurn(List<Envelope<JournalEvent>> events) {
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(this::write)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> write(Envelope<JournalEvent> event) {
    return switch (event.data()) {
      case JournalEvent.Noted noted -> write(event.subject(), noted.text());
      case JournalEvent.Closed closed -> write(event.subject(), "closed");
    };
  }

  /** The row is written before the failure, so that a test sees it rolled back. */
  private Uni<Void> write(String subject, String text) {
    return Panache.getSession()
        .chain(session -> session.persist(new JournalEntry(subject, text)))
        .call(Panache::flush)
        .invoke(() -> failAsAsked(subject, text));
  }

  private void failAsAsked(String subject, String text) {
    switch (text) {
      case "poison" -> throw new InvalidRecordException("a poisoned text");
      case "jam" -> {
        if (jammed.contains(subject)) {
          throw new InvalidRecordException("a jam");
        }
      }
      case "bug" -> throw new NullPointerException("a bug");
      case "conflict" -> failOnce(subject, new OptimisticLockException("somebody was first"));
      case "away" ->
          failOnce(subject, new java.io.UncheckedIOException(new IOException("partner away")));
      default -> {}
    }
  }

  private void failOnce(String subject, RuntimeException failure) {
    if (failedOnce.add(subject)) {
      throw failure;
    }
  }
}
