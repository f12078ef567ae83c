package io.stallcast.gateway.forwarding;

import io.stallcast.gateway.Upstream;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** What a failed attempt means: to the client, to the breaker, and in metrics. */
final class Refusal {
  private static final Duration SOON = Duration.ofSeconds(1);

  private Refusal() {}

  /** As many requests as may wait for the upstream do so already. */
  static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FullException() {
      super("Too many requests wait", null, false, false);
    }
  }

  /** Whether the breaker should count it. */
  static boolean isUpstreamsFault(Throwable failure) {
    return switch (cause(failure)) {
      case ProblemException clients -> false;
      case ClientGoneException clients -> false;
      case PodLostException onePods -> false;
      default -> true;
    };
  }

  /** What the client is told; the failure itself where there is no client any more. */
  static Throwable problem(Throwable failure, Upstream upstream) {
    return switch (cause(failure)) {
      case PodLostException lost when lost.getCause() != null -> problem(lost.getCause(), upstream);
      case ProblemException own -> own;
      case ClientGoneException gone -> gone;
      case NoAnswerException late ->
          new ProblemException(StandardProblem.TIMEOUT, "No answer from " + upstream.name() + ".");
      case CircuitBreakerOpenException open ->
          unavailable(upstream, "does not answer for now", upstream.config().breaker().delay());
      case FullException full -> unavailable(upstream, "has too many requests to answer", SOON);
      default -> unavailable(upstream, "cannot be reached", SOON);
    };
  }

  /** A name for metrics. */
  static String outcome(Throwable failure) {
    return switch (cause(failure)) {
      case ProblemException own -> "client_fault";
      case ClientGoneException gone -> "client_gone";
      case PodLostException onePods -> "pod_lost";
      case NoAnswerException late -> "timeout";
      case CircuitBreakerOpenException open -> "circuit_open";
      case FullException full -> "full";
      default -> "unreachable";
    };
  }

  private static ProblemException unavailable(Upstream upstream, String why, Duration wait) {
    return new ProblemException(StandardProblem.UNAVAILABLE, upstream.name() + " " + why + ".")
        .withRetryAfter(wait);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
