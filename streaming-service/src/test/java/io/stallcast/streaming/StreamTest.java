package io.stallcast.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant TONIGHT = NOW.plus(Duration.ofHours(9));
  private static final AccessTerms SOLD =
      new AccessTerms(AccessPolicy.PURCHASE, List.of(UUID.randomUUID()));

  private final Stream stream =
      Stream.schedule(UUID.randomUUID(), UUID.randomUUID(), details("Knots", TONIGHT, SOLD), NOW);

  @Test
  void beginsAsAnAnnouncement() {
    assertThat(stream.status()).isEqualTo(StreamStatus.SCHEDULED);
    assertThat(stream.version()).isEqualTo(1);
    assertThat(stream.details()).isEqualTo(details("Knots", TONIGHT, SOLD));
    assertThat(stream.listedAt()).isEqualTo(TONIGHT);
  }

  @Test
  void goesLiveOnce() {
    assertThat(stream.start(TONIGHT)).isTrue();
    assertThat(stream.start(TONIGHT.plusSeconds(5))).isFalse();

    assertThat(stream.snapshot().status()).isEqualTo("live");
    assertThat(stream.snapshot().startedAt()).isEqualTo(TONIGHT);
    assertThat(stream.listedAt()).isEqualTo(TONIGHT);
  }

  @Test
  void endsOnce() {
    stream.start(TONIGHT);

    assertThat(stream.stop(TONIGHT.plusSeconds(60))).isTrue();
    assertThat(stream.stop(TONIGHT.plusSeconds(90))).isFalse();
    assertThat(stream.snapshot().status()).isEqualTo("ended");
    assertThat(stream.snapshot().endedAt()).isEqualTo(TONIGHT.plusSeconds(60));
  }

  @Test
  void neverGoesBack() {
    assertRefused(() -> stream.stop(NOW));

    stream.start(NOW);
    assertRefused(stream::requireCancellable);

    stream.stop(NOW);
    assertRefused(() -> stream.start(NOW));
    assertRefused(stream::requireCancellable);
    assertRefused(stream::requireKeyed);
  }

  @Test
  void changesEverythingBeforeItBegins() {
    stream.change(details("Bends", null, AccessTerms.FREE));

    assertThat(stream.details()).isEqualTo(details("Bends", null, AccessTerms.FREE));
    assertThat(stream.listedAt()).isAfter(TONIGHT);
  }

  @Test
  void settlesItsTimeAndAccessWhenItBegins() {
    stream.start(TONIGHT);
    stream.change(details("Bends", TONIGHT, SOLD));

    assertThat(stream.details().title()).isEqualTo("Bends");
    assertThat(stream.listedAt()).isEqualTo(TONIGHT);
    assertRefused(() -> stream.change(details("Bends", null, SOLD)));
    assertRefused(() -> stream.change(details("Bends", TONIGHT, AccessTerms.FREE)));
  }

  @Test
  void namesEachProductOnce() {
    var product = UUID.randomUUID();

    assertThat(new AccessTerms(AccessPolicy.PURCHASE, List.of(product, product)).productIds())
        .containsExactly(product);
  }

  @Test
  void isForATimeThatACalendarHolds() {
    details("Knots", null, SOLD).requireTimely(NOW);
    details("Knots", NOW.minusSeconds(30), SOLD).requireTimely(NOW);

    assertUntimely(NOW.minus(Duration.ofMinutes(2)));
    assertUntimely(Instant.MAX.minus(Duration.ofDays(1)));
  }

  private static StreamDetails details(String title, Instant scheduledFor, AccessTerms access) {
    return new StreamDetails(title, "", "teaching", null, scheduledFor, access);
  }

  private static void assertRefused(ThrowingCallable change) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(change)
        .satisfies(
            refused -> assertThat(refused.type()).isEqualTo(StreamingProblem.ILLEGAL_TRANSITION));
  }

  private static void assertUntimely(Instant time) {
    var details = details("Knots", time, SOLD);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> details.requireTimely(NOW))
        .satisfies(
            refused -> assertThat(refused.type()).isEqualTo(StandardProblem.VALIDATION_FAILED));
  }
}
