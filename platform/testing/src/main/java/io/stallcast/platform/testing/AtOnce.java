package io.stallcast.platform.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Tests that wait more than they do: all of them begin at once, so that together they take as long
 * as the longest. Each needs something of its own that it is about, such as an order.
 */
public final class AtOnce {
  private AtOnce() {}

  /** The same tests, begun already: each waits for its end, and fails as it would have alone. */
  public static Stream<DynamicTest> begun(DynamicTest... tests) {
    return Stream.of(tests).map(AtOnce::begun).toList().stream();
  }

  private static DynamicTest begun(DynamicTest test) {
    var end = new CompletableFuture<Void>();
    // virtual ones that load classes keep their carriers: on two processors they may wait for ever
    Thread.ofPlatform()
        .daemon()
        .name(test.getDisplayName())
        .start(() -> run(test.getExecutable(), end));
    return DynamicTest.dynamicTest(test.getDisplayName(), () -> await(end));
  }

  private static void run(Executable test, CompletableFuture<Void> end) {
    try {
      test.execute();
      end.complete(null);
    } catch (Throwable failure) {
      end.completeExceptionally(failure);
    }
  }

  private static void await(CompletableFuture<Void> end) throws Throwable {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
