package io.stallcast.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

class NamedPagesTest {
  private final Schema answered = OASFactory.createSchema().ref("PageOrder");
  private final OpenAPI document =
      OASFactory.createOpenAPI()
          .components(
              OASFactory.createComponents()
                  .addSchema("Order", OASFactory.createSchema())
                  .addSchema("PageOrder", page(OASFactory.createSchema().ref("Order")))
                  .addSchema("PageString", page(OASFactory.createSchema())))
          .paths(
              OASFactory.createPaths()
                  .addPathItem(
                      "/orders",
                      OASFactory.createPathItem()
                          .GET(
                              OASFactory.createOperation()
                                  .responses(
                                      OASFactory.createAPIResponses()
                                          .addAPIResponse("200", answer())))));

  @Test
  void namesPagesAfterWhatIsOnThem() {
    new NamedPages().filterOpenAPI(document);

    assertThat(document.getComponents().getSchemas())
        .containsOnlyKeys("Order", "OrderPage", "TextPage");
  }

  @Test
  void followsWithWhatAnswersThem() {
    new NamedPages().filterOpenAPI(document);

    assertThat(answered.getRef()).isEqualTo("#/components/schemas/OrderPage");
  }

  @Test
  void leavesADocumentWithoutSchemasAlone() {
    OpenAPI empty = OASFactory.createOpenAPI();

    new NamedPages().filterOpenAPI(empty);

    assertThat(empty.getComponents()).isNull();
  }

  private APIResponse answer() {
    return OASFactory.createAPIResponse()
        .content(
            OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(answered)));
  }

  private static Schema page(Schema item) {
    return OASFactory.createSchema()
        .addProperty("items", OASFactory.createSchema().items(item))
        .addProperty("next", OASFactory.createSchema());
  }
}
