package io.stallcast.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.journal.JournalEvent.Noted;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class OutboxIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Outbox outbox;
  @Inject UnitOfWork unitOfWork;
  @Inject Journal journal;
  @Inject Vertx vertx;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void sendsWhatWasCommittedInItsOrder() {
    var texts = IntStream.range(0, 300).mapToObj(i -> "text " + i).toList();

    texts.forEach(text -> commit(noted(text)));

    await().atMost(SOON).untilAsserted(() -> assertThat(written()).isEqualTo(texts));
  }

  @Test
  void sendsNothingOfWhatWasRolledBack() {
    assertThatThrownBy(() ->
            unitOfWork
                .commit(() ->
                    outbox
                        .append(noted("never"))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
                .await()
                .atMost(SOON))
        .isInstanceOf(IllegalStateException.class);

    commit(noted("after"));
    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly("after"));
  }

  @Test
  void refusesToWriteOutsideAUnitOfWork() {
    assertThatThrownBy(() -> outbox.append(noted("lost")).await().atMost(SOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unit of work");
  }

  @Test
  void goesOnToItsEndWhereWhoeverWaitedHasGone() {
    var waiting = new AtomicReference<Cancellable>();
    var work =
        unitOfWork.commit(() ->
            outbox
                .append(noted("before"))
                .invoke(() -> waiting.get().cancel())
                .chain(() -> outbox.append(noted("after"))));

    onContext(() -> waiting.set(work.subscribe().with(done -> {})));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(written()).containsExactly("before", "after"));
  }

  /** On a context of its own, as a request has one. */
  private void onContext(Runnable request) {
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(ignored -> request.run());
  }

  @Test
  void joinsTheUnitOfWorkUnderWay() {
    unitOfWork
        .commit(() ->
            unitOfWork
                .commit(() -> outbox.append(noted("inner")))
                .chain(() -> outbox.append(noted("outer"))))
        .await()
        .atMost(SOON);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(written()).containsExactly("inner", "outer"));
  }

  @Test
  void deliversLaterWhatIsForLater() {
    var due = Instant.now().plusSeconds(2);

    commit(noted("later").at(due));
    commit(noted("now"));

    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly("now", "later"));
    assertThat(Instant.now()).isAfterOrEqualTo(due);
  }

  @Test
  void replacesAndCancelsByTimerKey() {
    var soon = Instant.now().plusSeconds(1);
    commit(noted("first").at(soon, "replaced-" + subject));
    commit(noted("second").at(soon, "replaced-" + subject));
    commit(noted("third").at(soon, "cancelled-" + subject));

    unitOfWork.commit(() -> outbox.cancel("cancelled-" + subject)).await().atMost(SOON);
    commit(noted("last").at(soon.plusSeconds(1)));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(written()).containsExactly("second", "last"));
  }

  @Test
  void sendsATombstoneAsItsEmptyRecord() {
    commit(OutboxMessage.of(Topic.ORDER_JOBS, subject, 2, new JournalEvent.Closed()));

    await().atMost(SOON).untilAsserted(() -> assertThat(written()).containsExactly("closed"));
  }

  private OutboxMessage noted(String text) {
    return OutboxMessage.of(Topic.ORDER_JOBS, subject, 1, new Noted(text));
  }

  private void commit(OutboxMessage message) {
    unitOfWork.commit(() -> outbox.append(message)).await().atMost(SOON);
  }

  private List<String> written() {
    return journal.of(subject).await().atMost(SOON);
  }
}
