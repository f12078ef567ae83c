package io.stallcast.platform.availability;

import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.Problems;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers where a guarded call was not made, or not answered in time. */
@Singleton
public class FaultToleranceMapper {
  private final Problems problems;

  FaultToleranceMapper(Problems problems) {
    this.problems = problems;
  }

  /** A full bulkhead or an open circuit. */
  @ServerExceptionMapper({BulkheadException.class, CircuitBreakerOpenException.class})
  public RestResponse<String> map(RuntimeException refused) {
    return problems.answer(
        new ProblemException(
                StandardProblem.UNAVAILABLE, "A part of the service is busy; try again.")
            .withRetryAfter(Duration.ofSeconds(5)));
  }

  /** A partner that takes too long. */
  @ServerExceptionMapper
  public RestResponse<String> map(TimeoutException late) {
    return problems.answer(
        new ProblemException(
                StandardProblem.TIMEOUT, "A part of the service did not answer in time; try again.")
            .withRetryAfter(Duration.ofSeconds(5)));
  }
}
