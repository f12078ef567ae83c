package io.stallcast.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class UnitOfWorkIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Several times as many as the pool has connections. */
  private static final int MANY = 100;

  @Inject UnitOfWork unitOfWork;
  @Inject Vertx vertx;

  private final String subject = UUID.randomUUID().toString();
  private Context shared;

  @BeforeEach
  void openContext() {
    shared = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(shared, true);
  }

  @Test
  void readsThatShareAContextKeepTheirSessions() {
    for (int round = 0; round < 3; round++) {
      var reads =
          IntStream.range(0, MANY)
              .mapToObj(i -> onSharedContext(() -> unitOfWork.read(() -> echo(i))))
              .toList();

      assertThat(reads.stream().map(CompletableFuture::join))
          .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    }
  }

  @Test
  void commitsThatShareAContextFailEachForItself() {
    var good = onSharedContext(() -> unitOfWork.commit(() -> write("good")));
    var bad = onSharedContext(() -> unitOfWork.commit(() -> write("bad").chain(this::fail)));

    good.join();
    assertThatThrownBy(bad::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(written()).containsExactly("good");
  }

  @Test
  void goesOnWhereItWasAskedFor() {
    var contexts =
        onSharedContext(() ->
            unitOfWork
                .read(() -> echo(1))
                .map(read -> Vertx.currentContext())
                .chain(afterRead ->
                    unitOfWork
                        .commit(() -> write("here"))
                        .map(done -> List.of(afterRead, Vertx.currentContext()))));

    assertThat(contexts.join()).containsExactly(shared, shared);
  }

  @Test
  void readsWhatTheUnitOfWorkAroundItHasWritten() {
    var read = unitOfWork.commit(() -> write("first").chain(() -> unitOfWork.read(this::select)));

    assertThat(read.await().atMost(SOON)).containsExactly("first");
  }

  private <T> CompletableFuture<T> onSharedContext(Supplier<Uni<T>> work) {
    var done = new CompletableFuture<T>();
    shared.runOnContext(
        ignored -> work.get().subscribe().with(done::complete, done::completeExceptionally));
    return done.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS);
  }

  private static Uni<Integer> echo(int number) {
    return Statements.select("select $1::int from pg_sleep(0.002)", number)
        .map(rows -> (Integer) rows.getFirst()[0]);
  }

  private Uni<Integer> write(String text) {
    return Statements.update(
        "insert into journal_entry (id, subject, text) values ($1, $2, $3)",
        UUID.randomUUID(),
        subject,
        text);
  }

  private Uni<Integer> fail() {
    return Uni.createFrom().failure(new IllegalStateException("no"));
  }

  private List<String> written() {
    return unitOfWork.read(this::select).await().atMost(SOON);
  }

  private Uni<List<String>> select() {
    return Statements.select("select text from journal_entry where subject = $1", subject)
        .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
  }
}
