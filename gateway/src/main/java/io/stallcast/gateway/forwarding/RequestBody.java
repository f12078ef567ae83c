package io.stallcast.gateway.forwarding;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * A request's body on its way: counts it, and knows whether client or upstream is waited for. Used
 * by one event loop.
 */
final class RequestBody implements ReadStream<Buffer> {
  private final HttpServerRequest request;
  private final long limit;

  private Runnable progress = () -> {};
  private Handler<ProblemException> tooLarge = problem -> {};
  private Handler<Throwable> failed = failure -> {};
  private final long begun = System.nanoTime();
  private long read;
  private boolean held = true;
  private boolean ended;

  RequestBody(HttpServerRequest request, long limit) {
    this.request = request;
    this.limit = limit;
  }

  /** Refuses what says itself that it is too large. */
  static boolean isDeclaredLargerThan(long limit, HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && Long.parseLong(length) > limit;
  }

  static ProblemException tooLarge(long limit) {
    return new ProblemException(
        StandardProblem.PAYLOAD_TOO_LARGE, "A body may have " + limit + " bytes here.");
  }

  /** Called at each step forward, by either side. */
  RequestBody onProgress(Runnable handler) {
    progress = handler;
    return this;
  }

  /** Called once where the body turns out to be too large; nothing of it is read any more. */
  RequestBody onTooLarge(Handler<ProblemException> handler) {
    tooLarge = handler;
    return this;
  }

  /** Whether all of it has come, and was nothing: it can be sent once more. */
  boolean wasEmpty() {
    return ended && read == 0;
  }

  /**
   * How long the client may pause now.
   *
   * @param longest whatever was sent before
   * @param rate the bytes a second that are expected on the whole, beside one longest pause
   */
  Duration patience(Duration longest, int rate) {
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    Duration left = longest.plusMillis(1000 * read / rate).minus(taken);
    return left.isNegative() ? Duration.ZERO : Collections.min(List.of(left, longest));
  }

  /** Whether it is the client who has to go on. */
  boolean awaitsClient() {
    return !ended && !held;
  }

  @Override
  public RequestBody handler(Handler<Buffer> handler) {
    if (!ended) {
      request.handler(handler == null ? null : chunk -> take(chunk, handler));
    }
    return this;
  }

  private void take(Buffer chunk, Handler<Buffer> handler) {
    read += chunk.length();
    if (read > limit) {
      request.handler(null);
      ProblemException problem = tooLarge(limit);
      tooLarge.handle(problem);
      failed.handle(problem);
      return;
    }
    handler.handle(chunk);
    progress.run();
  }

  @Override
  public RequestBody endHandler(Handler<Void> handler) {
    if (!ended) {
      request.endHandler(handler == null ? null : end -> finish(handler));
    } else if (handler != null) {
      handler.handle(null);
    }
    return this;
  }

  private void finish(Handler<Void> handler) {
    ended = true;
    progress.run();
    handler.handle(null);
  }

  @Override
  public RequestBody exceptionHandler(Handler<Throwable> handler) {
    failed = handler == null ? failure -> {} : handler;
    request.exceptionHandler(handler);
    return this;
  }

  @Override
  public RequestBody pause() {
    held = true;
    request.pause();
    progress.run();
    return this;
  }

  @Override
  public RequestBody resume() {
    held = false;
    request.resume();
    progress.run();
    return this;
  }

  @Override
  public RequestBody fetch(long amount) {
    held = false;
    request.fetch(amount);
    return this;
  }
}
