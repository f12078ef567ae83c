package io.stallcast.platform.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final InFlight inFlight = new InFlight();

  @Test
  void endsAtOnceWhereNothingHasBegun() throws InterruptedException {
    assertThat(inFlight.drain(LONG)).isTrue();
  }

  @Test
  void waitsForAllThatHasBegun() {
    assertThat(inFlight.begin()).isTrue();
    assertThat(inFlight.begin()).isTrue();
    CompletableFuture<Boolean> drained = drained();

    inFlight.end();
    assertThat(drained).isNotDone();
    inFlight.end();

    assertThat(drained.join()).isTrue();
  }

  @Test
  void letsNothingMoreBegin() {
    inFlight.begin();
    CompletableFuture<Boolean> drained = drained();

    assertThat(inFlight.begin()).isFalse();
    inFlight.end();

    assertThat(drained.join()).isTrue();
    assertThat(inFlight.begin()).isFalse();
  }

  @Test
  void saysWhatItLeaves() throws InterruptedException {
    inFlight.begin();

    assertThat(inFlight.drain(Duration.ofMillis(10))).isFalse();
  }

  /** Under way when this returns. */
  private CompletableFuture<Boolean> drained() {
    var drained = new CompletableFuture<Boolean>();
    var thread = new Thread(() -> drained.complete(drain()));
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return drained;
  }

  private boolean drain() {
    try {
      return inFlight.drain(LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
