package io.stallcast.gateway;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Tests may wait; ten seconds is for ever. */
public final class Waiting {
  private Waiting() {}

  /** The result, or what went wrong. */
  public static <T> T on(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
