package io.stallcast.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what the REST layer refuses: paths, methods, media types, parameters. */
public class WebApplicationMapper {
  private final Problems problems;
  private final UnforeseenMapper unforeseen;

  WebApplicationMapper(Problems problems, UnforeseenMapper unforeseen) {
    this.problems = problems;
    this.unforeseen = unforeseen;
  }

  /** Called by the framework for a {@link WebApplicationException}. */
  @ServerExceptionMapper
  public Response map(WebApplicationException failure) {
    Response intended = failure.getResponse();
    if (intended.hasEntity() || intended.getStatus() < 400) {
      return intended;
    }
    if (intended.getStatus() == 500) {
      return unforeseen.map(failure).toResponse();
    }
    return withHeaders(problems.answer(problem(failure)), intended);
  }

  /** Called by the framework for a {@link NotFoundException}. */
  // the framework has a mapper for this very class in development and tests, which would come first
  @ServerExceptionMapper
  public Response map(NotFoundException failure) {
    return map((WebApplicationException) failure);
  }

  private static ProblemException problem(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException json) {
      return JsonMapper.problem(json);
    }
    if (failure instanceof NotFoundException && failure.getCause() != null) {
      return new ProblemException(
          StandardProblem.MALFORMED_REQUEST, "A parameter cannot be read as what it should be.");
    }
    return new ProblemException(StatusProblem.of(failure.getResponse().getStatus()), null);
  }

  private static Response withHeaders(RestResponse<String> answer, Response intended) {
    MultivaluedMap<String, Object> headers = answer.getHeaders();
    intended
        .getHeaders()
        .forEach((name, values) -> {
          if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
              && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            headers.put(name, values);
          }
        });
    return answer.toResponse();
  }
}
