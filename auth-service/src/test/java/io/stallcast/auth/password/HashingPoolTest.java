package io.stallcast.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.stallcast.auth.Settings;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingPoolTest {
  private final HashingPool pool =
      new HashingPool(
          Settings.with(
              PasswordConfig.class,
              Map.of(
                  "stallcast.auth.passwords.workers", "1",
                  "stallcast.auth.passwords.waiting", "1")),
          new SimpleMeterRegistry());
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void stop() {
    release.countDown();
    pool.stop();
  }

  @Test
  void runsAwayFromTheCaller() {
    String thread = pool.run(() -> Thread.currentThread().getName()).await().indefinitely();
    assertThat(thread).startsWith("hashing-");
  }

  @Test
  void refusesWhatFitsNeitherAtWorkNorInTheQueue() {
    var working = start();
    var waiting = start();
    var refused = start();

    assertThat(refused.awaitFailure().getFailure())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(StandardProblem.UNAVAILABLE);
              assertThat(problem.retryAfter()).isPresent();
            });
    release.countDown();
    working.awaitItem().assertItem("done");
    waiting.awaitItem().assertItem("done");
  }

  private UniAssertSubscriber<String> start() {
    return pool.run(this::untilReleased).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private String untilReleased() {
    try {
      release.await();
      return "done";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
