package io.stallcast.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

  @Test
  void sharesPartsThatAreAlikeAndRenamesThoseThatClash() {
    ServiceDocument one = service("one", "{'Money':{'type':'object'},'Page':{'type':'array'}}");
    ServiceDocument two =
        service(
            "two",
            "{'Money':{'type':'object'},'Page':{'type':'object'},"
                + "'Pages':{'items':{'$ref':'#/components/schemas/Page'}}}");

    JsonObject schemas = schemas(one, two);

    assertThat(schemas.fieldNames()).containsExactlyInAnyOrder("Money", "Page", "TwoPage", "Pages");
    assertThat(schemas.getJsonObject("Pages").encode()).contains("schemas/TwoPage");
  }

  @Test
  void renamesWhatRefersToSomethingRenamed() {
    String wrapper = "'Pages':{'items':{'$ref':'#/components/schemas/Page'}}}";
    ServiceDocument one = service("one", "{'Page':{'type':'array'}," + wrapper);
    ServiceDocument two = service("two", "{'Page':{'type':'object'}," + wrapper);

    JsonObject schemas = schemas(one, two);

    assertThat(schemas.fieldNames())
        .containsExactlyInAnyOrder("Page", "TwoPage", "Pages", "TwoPages");
    assertThat(schemas.getJsonObject("Pages").encode()).contains("schemas/Page\"");
    assertThat(schemas.getJsonObject("TwoPages").encode()).contains("schemas/TwoPage\"");
  }

  private static JsonObject schemas(ServiceDocument... parts) {
    return ApiDocument.of(List.of(parts), List.of(), (service, path) -> true)
        .content()
        .getJsonObject("components")
        .getJsonObject("schemas");
  }

  private static ServiceDocument service(String name, String schemas) {
    String document = "{'components':{'schemas':" + schemas + "}}";
    return new ServiceDocument(name, new JsonObject(document.replace('\'', '"')));
  }
}
