package io.stallcast.gateway.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The document of all services.
 *
 * @param missing the services that did not answer
 */
record ApiDocument(JsonObject content, List<String> missing) {
  private static final String DESCRIPTION =
      "The API of Stallcast: what every service offers to clients, on one origin.";

  /**
   * Puts the parts together.
   *
   * @param reachable whether a service is reached under a path
   */
  static ApiDocument of(
      List<ServiceDocument> parts, List<String> missing, BiPredicate<String, String> reachable) {
    JsonObject paths = new JsonObject();
    JsonArray tags = new JsonArray();
    Components components = new Components();
    for (ServiceDocument part : parts) {
      JsonObject own = part.paths(path -> reachable.test(part.service(), path));
      components.adopt(part, own).forEach(path -> paths.put(path.getKey(), path.getValue()));
      tags.add(JsonObject.of("name", part.service()));
    }
    return new ApiDocument(
        JsonObject.of("openapi", "3.0.3", "info", info(missing))
            .put("servers", JsonArray.of(JsonObject.of("url", "/")))
            .put("tags", tags)
            .put("paths", paths)
            .put("components", components.all()),
        missing);
  }

  private static JsonObject info(List<String> missing) {
    JsonObject info = JsonObject.of("title", "Stallcast", "version", "v1");
    if (missing.isEmpty()) {
      return info.put("description", DESCRIPTION);
    }
    String gap = " For now without " + String.join(", ", missing) + ", which did not answer.";
    return info.put("description", DESCRIPTION + gap).put("x-missing", new JsonArray(missing));
  }
}
