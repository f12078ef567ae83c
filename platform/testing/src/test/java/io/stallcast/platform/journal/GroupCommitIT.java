package io.stallcast.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.transaction.GroupCommit;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class GroupCommitIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int MOST = 8;

  @Inject UnitOfWork unitOfWork;
  @Inject Journal journal;

  private final String subject = UUID.randomUUID().toString();
  private final Queue<Integer> groups = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private GroupCommit<String, String> commits;

  @BeforeEach
  void setUp() {
    commits = GroupCommit.ofEach(unitOfWork, MOST, this::read, this::write);
  }

  @Test
  void doesTogetherWhatComesWhileAGroupIsUnderWay() {
    var first = begin("text 0");
    var others = IntStream.range(1, 20).mapToObj(i -> begin("text " + i)).toList();

    gate.complete(null);

    assertThat(first.join()).isEqualTo("TEXT 0");
    assertThat(others.stream().map(CompletableFuture::join)).hasSize(19).contains("TEXT 19");
    assertThat(groups).containsExactly(1, 8, 8, 3);
    assertThat(written())
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "text " + i).toList());
  }

  @Test
  void failsOnlyWhatFails() {
    var first = begin("first");
    var good = begin("good");
    var bad = begin("bad");
    var late = begin("late");

    gate.complete(null);

    assertThat(first.join()).isEqualTo("FIRST");
    assertThat(good.join()).isEqualTo("GOOD");
    assertThat(late.join()).isEqualTo("LATE");
    assertThatThrownBy(bad::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(written()).containsExactly("first", "good", "late");
  }

  @Test
  void goesOnAfterAFailure() {
    gate.complete(null);

    assertThatThrownBy(() -> begin("bad").join()).hasRootCauseMessage("bad");

    assertThat(begin("after").join()).isEqualTo("AFTER");
  }

  @Test
  void keepsThePaceThatItIsGiven() {
    var paced = GroupCommit.<String>ofAll(unitOfWork, MOST, Duration.ofMillis(300), this::writeAll);
    gate.complete(null);

    var first = commit(paced, "text 0").join();
    CompletableFuture.allOf(commit(paced, "text 1"), commit(paced, "text 2")).join();

    assertThat(first).isNull();
    assertThat(groups).containsExactly(1, 2);
    assertThat(written()).containsExactly("text 0", "text 1", "text 2");
  }

  @Test
  void goesOnHoweverLittleIsLeftOfThePace() {
    var paced = GroupCommit.<String>ofAll(unitOfWork, MOST, Duration.ofMillis(6), this::writeAll);
    gate.complete(null);

    for (int i = 0; i < 200; i++) {
      commit(paced, "text " + i).orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    assertThat(groups).hasSize(200);
  }

  private static CompletableFuture<Void> commit(GroupCommit<String, Void> commits, String text) {
    return commits.commit(Context.root(), text).subscribeAsCompletionStage();
  }

  private Uni<Void> writeAll(List<String> texts) {
    return read(texts)
        .chain(() ->
            Panache.getSession()
                .chain(session ->
                    session.persistAll(
                        texts.stream().map(t -> new JournalEntry(subject, t)).toArray())));
  }

  private CompletableFuture<String> begin(String text) {
    return commits.commit(Context.root(), text).subscribeAsCompletionStage();
  }

  /** Goes on where it was: the gate is opened by the test's thread. */
  private Uni<Void> read(List<String> texts) {
    groups.add(texts.size());
    var context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(gate)
        .emitOn(command -> context.runOnContext(ignored -> command.run()));
  }

  private Uni<String> write(String text) {
    return Panache.getSession()
        .chain(session -> session.persist(new JournalEntry(subject, text)))
        .call(Panache::flush)
        .invoke(() -> {
          if (text.equals("bad")) {
            throw new IllegalArgumentException(text);
          }
        })
        .replaceWith(text.toUpperCase(Locale.ROOT));
  }

  private List<String> written() {
    return journal.of(subject).await().atMost(SOON);
  }
}
