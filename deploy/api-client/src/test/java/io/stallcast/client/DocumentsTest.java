package io.stallcast.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document is good enough for a client to be generated from it that people like to use. */
class DocumentsTest {
  private static final String NAME = "[a-z]+([A-Z][a-z]+)+";

  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void operationsAreNamedAfterWhatTheyDo(ServiceDocument service) throws IOException {
    List<String> names = operations(service).stream().map(o -> text(o, "operationId")).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME), NAME);
  }

  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void successesSayWhatTheyHold(ServiceDocument service) throws IOException {
    for (JsonNode operation : operations(service)) {
      for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
        if (response.getKey().matches("20[0-3]")) {
          assertThat(response.getValue().path("content").properties())
              .as("%s %s", text(operation, "operationId"), response.getKey())
              .isNotEmpty()
              .allMatch(content -> content.getValue().path("schema").size() > 0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void refusalsAreProblems(ServiceDocument service) throws IOException {
    for (JsonNode operation : operations(service)) {
      for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
        if (!response.getKey().startsWith("2")) {
          assertThat(schema(response.getValue()))
              .as("%s %s", text(operation, "operationId"), response.getKey())
              .isEqualTo("#/components/schemas/Problem");
        }
      }
    }
  }

  private static List<JsonNode> operations(ServiceDocument service) throws IOException {
    List<JsonNode> operations = new ArrayList<>();
    new ObjectMapper()
        .readTree(service.builtJson())
        .path("paths")
        .forEach(path -> path.forEach(operations::add));
    return operations;
  }

  private static String schema(JsonNode refusal) {
    return refusal.at("/content/application~1problem+json/schema/$ref").asText();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
