package io.stallcast.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class DocumentedProblemsTest {
  private final Operation operation =
      OASFactory.createOperation()
          .responses(
              OASFactory.createAPIResponses()
                  .addAPIResponse("200", OASFactory.createAPIResponse().description("It"))
                  .addAPIResponse("409", OASFactory.createAPIResponse().description("taken")));

  @Test
  void describesTheProblemOnce() {
    OpenAPI document = filtered();

    assertThat(document.getComponents().getSchemas()).containsOnlyKeys("Problem", "Violation");
    assertThat(document.getComponents().getSchemas().get("Problem").getRequired())
        .containsExactly("type", "title", "status", "code");
  }

  @Test
  void givesEveryErrorTheProblemsShape() {
    filtered();

    var responses = operation.getResponses();
    assertThat(responses.getAPIResponse("409").getDescription()).isEqualTo("taken");
    assertThat(responses.getAPIResponse("409").getContent().getMediaTypes())
        .containsOnlyKeys(Problem.MEDIA_TYPE);
    assertThat(responses.getAPIResponse("200").getContent()).isNull();
    assertThat(responses.getDefaultValue().getContent().getMediaTypes())
        .containsOnlyKeys(Problem.MEDIA_TYPE);
  }

  @Test
  void expectsOfABodyThatItMayBeRefused() {
    operation.setRequestBody(OASFactory.createRequestBody());

    filtered();

    assertThat(operation.getResponses().getAPIResponses()).containsKeys("400", "401", "413", "415");
  }

  @Test
  void expectsOfAPathThatNothingIsThere() {
    operation.addParameter(OASFactory.createParameter().name("id").in(Parameter.In.PATH));

    filtered();

    assertThat(operation.getResponses().getAPIResponses()).containsKeys("400", "404");
  }

  @Test
  void leavesADocumentWithoutPathsAlone() {
    OpenAPI document = OASFactory.createOpenAPI();

    new DocumentedProblems().filterOpenAPI(document);

    assertThat(document.getPaths()).isNull();
  }

  private OpenAPI filtered() {
    OpenAPI document =
        OASFactory.createOpenAPI()
            .paths(
                OASFactory.createPaths()
                    .addPathItem("/things/{id}", OASFactory.createPathItem().GET(operation)));
    new DocumentedProblems().filterOpenAPI(document);
    return document;
  }
}
