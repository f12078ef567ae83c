package io.stallcast.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What any operation of its shape may refuse, so that its annotations need not say so. */
final class ExpectedProblems {
  private ExpectedProblems() {}

  /** Descriptions by status, ascending. */
  static Map<String, String> of(Operation operation) {
    Map<String, String> expected = new LinkedHashMap<>();
    boolean hasBody = operation.getRequestBody() != null;
    expected.put("400", "malformed_request, validation_failed, unknown_field");
    expected.put("401", "unauthenticated: the token is absent, expired or not valid");
    if (parameters(operation).anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
      expected.put("404", "not_found");
    }
    // asked before an operation runs, whether it has anything to answer or not
    expected.put("406", "not_acceptable");
    if (hasBody) {
      expected.put("413", "payload_too_large");
      expected.put("415", "unsupported_media_type");
    }
    return expected;
  }

  private static Stream<Parameter> parameters(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream();
  }
}
