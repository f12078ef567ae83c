package io.stallcast.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every answer that is an error, {@code application/problem+json}. Empty members are
 * left out.
 *
 * @param type names the kind of problem: a tag URI (RFC 4151) that ends in the code; never null
 * @param title the kind in a sentence, the same at every occurrence; never null
 * @param status the HTTP status
 * @param detail what happened this time; may be null
 * @param instance the path of the request, without its query; may be null
 * @param code the stable name of the kind, for programs; never null
 * @param traceId the trace under which our logs tell more, 32 hex digits; null without tracing
 * @param violations the fields that break a rule; null or empty where none does
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#name-members-of-a-problem-detail">RFC 9457,
 *     3.1</a>
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details")
public record Problem(
    @Schema(examples = "tag:stallcast.io,2026:problem/validation_failed") String type,
    @Schema(examples = "The request breaks a rule") String title,
    @Schema(examples = "400") int status,
    @Schema(nullable = true) String detail,
    @Schema(nullable = true, examples = "/api/v1/orders") String instance,
    @Schema(examples = "validation_failed") String code,
    @Schema(nullable = true, examples = "4bf92f3577b34da6a3ce929d0e0e4736") String traceId,
    @Schema(nullable = true) List<Violation> violations) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "tag:stallcast.io,2026:problem/";

  /**
   * One field that breaks a rule.
   *
   * @param field path of the field in the request, such as {@code price.amount}; never null
   * @param message the rule, such as {@code must not be null}; never null
   */
  @RegisterForReflection
  public record Violation(String field, String message) {}

  static Problem of(ProblemException failure, String instance, String traceId) {
    ProblemType kind = failure.type();
    return new Problem(
        TYPE_PREFIX + kind.code(),
        kind.title(),
        kind.status(),
        failure.getMessage(),
        instance,
        kind.code(),
        traceId,
        failure.violations());
  }
}
