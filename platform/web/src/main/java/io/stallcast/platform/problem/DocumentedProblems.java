package io.stallcast.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into the OpenAPI document what holds for every operation: any error is a problem. So an
 * operation's annotations need to name only the failures of its own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {
  private static final String NAME = "Problem";
  private static final String VIOLATION = "Violation";

  /** Called by the framework once, with the whole document. */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema(VIOLATION, violation()).addSchema(NAME, schema());
    operations(document).forEach(DocumentedProblems::complete);
  }

  private static Stream<Operation> operations(OpenAPI document) {
    return Optional.ofNullable(document.getPaths())
        .map(paths -> paths.getPathItems().values().stream())
        .orElseGet(Stream::empty)
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream());
  }

  private static void complete(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponses responses = operation.getResponses();
    ExpectedProblems.of(operation).forEach((status, text) -> expect(responses, status, text));
    responses.getAPIResponses().forEach(DocumentedProblems::describe);
    if (responses.getDefaultValue() == null) {
      responses.setDefaultValue(
          OASFactory.createAPIResponse().description("A problem").content(content()));
    }
  }

  private static void expect(APIResponses responses, String status, String description) {
    if (!responses.hasAPIResponse(status)) {
      responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    }
  }

  private static void describe(String status, APIResponse response) {
    if (status.matches("[45]..") && response.getRef() == null) {
      response.setContent(content());
    }
  }

  private static Content content() {
    Schema reference = OASFactory.createSchema().ref(NAME);
    return OASFactory.createContent()
        .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference));
  }

  private static Schema schema() {
    return of(Schema.SchemaType.OBJECT)
        .description("RFC 9457 problem details")
        .addRequired("type")
        .addRequired("title")
        .addRequired("status")
        .addRequired("code")
        .addProperty("type", text().format("uri"))
        .addProperty("title", text())
        .addProperty("status", of(Schema.SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("code", text().description("Stable name of the problem, for programs"))
        .addProperty("traceId", text())
        .addProperty(
            "violations",
            of(Schema.SchemaType.ARRAY).items(OASFactory.createSchema().ref(VIOLATION)));
  }

  private static Schema violation() {
    return of(Schema.SchemaType.OBJECT)
        .description("A field that breaks a rule")
        .addProperty("field", text())
        .addProperty("message", text());
  }

  private static Schema text() {
    return of(Schema.SchemaType.STRING);
  }

  private static Schema of(Schema.SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
