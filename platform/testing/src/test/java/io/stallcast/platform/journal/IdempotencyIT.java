package io.stallcast.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.idempotency.Answer;
import io.stallcast.platform.idempotency.Idempotency;
import io.stallcast.platform.idempotency.IdempotentRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class IdempotencyIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Idempotency idempotency;
  @Inject Journal journal;

  private final UUID caller = UUID.randomUUID();
  private final String subject = UUID.randomUUID().toString();

  @Test
  void answersFiftyRivalsWithOneEffect() {
    var request = request("k1", Map.of("a", 1, "b", 2));

    var answers =
        Uni.join()
            .all(
                IntStream.range(0, 50)
                    .mapToObj(i -> idempotency.once(request, this::create))
                    .toList())
            .andFailFast()
            .await()
            .atMost(SOON);

    assertThat(answers).extracting(Answer::body).containsOnly("{\"made\":true}");
    assertThat(answers).filteredOn(Answer::replayed).hasSize(49);
    assertThat(journal.of(subject).await().atMost(SOON)).containsExactly("made");
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    idempotency.once(request("k2", Map.of("a", 1)), this::create).await().atMost(SOON);

    assertThatThrownBy(() ->
            idempotency.once(request("k2", Map.of("a", 2)), this::create).await().atMost(SOON))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type().code()).isEqualTo("idempotency_key_reused"));
  }

  @Test
  void leavesTheKeyFreeAfterAFailure() {
    var request = request("k3", Map.of());
    assertThatThrownBy(() ->
            idempotency
                .once(
                    request,
                    () ->
                        create()
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
                .await()
                .atMost(SOON))
        .isInstanceOf(IllegalStateException.class);

    var answer = idempotency.once(request, this::create).await().atMost(SOON);

    assertThat(answer.replayed()).isFalse();
    assertThat(journal.of(subject).await().atMost(SOON)).containsExactly("made");
  }

  @Test
  void refusesARivalThatWaitsTooLong() {
    var request = request("k4", Map.of());
    var begun = new CompletableFuture<Void>();
    var release = new CompletableFuture<Answer>();
    var first =
        idempotency
            .once(
                request,
                () ->
                    create().invoke(() -> begun.complete(null)).chain(() -> onThisContext(release)))
            .subscribeAsCompletionStage();
    assertThat(begun).succeedsWithin(SOON);

    assertThatThrownBy(() -> idempotency.once(request, this::create).await().atMost(SOON))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type().code()).isEqualTo("idempotency_in_progress"));
    release.complete(Answer.of(201, null, "{}"));
    assertThat(first).succeedsWithin(SOON);
  }

  @Test
  void asksForAKey() {
    assertThatThrownBy(() -> request(null, Map.of()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type().code()).isEqualTo("idempotency_key_required"));
    assertThatThrownBy(() -> request("with space", Map.of())).isInstanceOf(ProblemException.class);
  }

  private static Uni<Answer> onThisContext(CompletionStage<Answer> answer) {
    var context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(answer)
        .emitOn(command -> context.runOnContext(ignored -> command.run()));
  }

  private Uni<Answer> create() {
    return Panache.getSession()
        .chain(session -> session.persist(new JournalEntry(subject, "made")))
        .replaceWith(Answer.of(201, "/journal/1", "{\"made\":true}"));
  }

  private IdempotentRequest request(String key, Object body) {
    return IdempotentRequest.of(caller, "POST /journal", key, body);
  }
}
