package io.stallcast.platform.paging;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Names pages in the OpenAPI document after what is on them: {@code OrderPage}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NamedPages implements OASFilter {
  private static final String REFERENCE = "#/components/schemas/";

  /** Called by the framework once, with the whole document. */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    if (components == null || components.getSchemas() == null || document.getPaths() == null) {
      return;
    }
    Map<String, String> renamed = new HashMap<>();
    components
        .getSchemas()
        .forEach((old, schema) ->
            itemsOf(old, schema).ifPresent(items -> renamed.put(old, items + "Page")));
    renamed.forEach((old, name) -> {
      components.addSchema(name, components.getSchemas().get(old));
      components.removeSchema(old);
    });
    answers(document).forEach(schema -> follow(schema, renamed));
  }

  private static Optional<String> itemsOf(String name, Schema schema) {
    if (!name.startsWith("Page") || schema.getProperties() == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(schema.getProperties().get("items"))
        .map(Schema::getItems)
        .map(items -> items.getRef() == null ? "Text" : items.getRef().replace(REFERENCE, ""));
  }

  private static Stream<Schema> answers(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .map(APIResponse::getContent)
        .flatMap(content -> Stream.ofNullable(content).map(Content::getMediaTypes))
        .flatMap(types -> types.values().stream())
        .map(MediaType::getSchema)
        .flatMap(Stream::ofNullable);
  }

  private static void follow(Schema schema, Map<String, String> renamed) {
    if (schema.getRef() != null) {
      String name = schema.getRef().replace(REFERENCE, "");
      schema.setRef(renamed.getOrDefault(name, name));
    }
  }
}
