package io.stallcast.platform.problem;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what our own code refuses. */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final Problems problems;

  ProblemMapper(Problems problems) {
    this.problems = problems;
  }

  /** Called by the framework for a {@link ProblemException}. */
  @ServerExceptionMapper
  public RestResponse<String> map(ProblemException failure) {
    if (failure.type().status() >= 500) {
      LOG.warnf("Request ends as %s: %s", failure.type().code(), failure.getMessage());
    }
    return problems.answer(failure);
  }
}
