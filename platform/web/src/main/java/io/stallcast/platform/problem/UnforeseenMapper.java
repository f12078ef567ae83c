package io.stallcast.platform.problem;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers the rest: our log gets everything, under the trace id; the client nothing of it. */
@Singleton
public class UnforeseenMapper {
  private static final Logger LOG = Logger.getLogger(UnforeseenMapper.class);

  private final Problems problems;

  UnforeseenMapper(Problems problems) {
    this.problems = problems;
  }

  /** Called by the framework for a {@link Throwable}. */
  @ServerExceptionMapper
  public RestResponse<String> map(Throwable failure) {
    // the framework ends a chunked body over the limit by itself, and clients go away: no fault of
    // ours
    if (problems.isAnswered()) {
      LOG.debug("Request failed after its answer", failure);
    } else {
      LOG.error("Request ends as internal_error", failure);
    }
    return problems.answer(problem());
  }

  static ProblemException problem() {
    return new ProblemException(
        StandardProblem.INTERNAL_ERROR, "Name the traceId when you report this.");
  }
}
