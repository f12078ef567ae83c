package io.stallcast.gateway.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What one service says about itself. */
record ServiceDocument(String service, JsonObject content) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Its paths that are reachable, with the operations that clients may call, tagged by service. */
  JsonObject paths(Predicate<String> reachable) {
    JsonObject kept = new JsonObject();
    for (Map.Entry<String, Object> path : section("paths")) {
      if (reachable.test(path.getKey())) {
        JsonObject item = forClients((JsonObject) path.getValue());
        if (item.fieldNames().stream().anyMatch(METHODS::contains)) {
          kept.put(path.getKey(), item);
        }
      }
    }
    return kept;
  }

  /** Its reusable parts, by kind and name. */
  JsonObject components() {
    return section("components");
  }

  private JsonObject forClients(JsonObject item) {
    JsonObject kept = new JsonObject();
    for (Map.Entry<String, Object> field : item) {
      boolean operation = METHODS.contains(field.getKey());
      if (!operation) {
        kept.put(field.getKey(), field.getValue());
      } else if (!isForServices((JsonObject) field.getValue())) {
        kept.put(field.getKey(), tagged((JsonObject) field.getValue()));
      }
    }
    return kept;
  }

  private JsonObject tagged(JsonObject operation) {
    return operation.copy().put("tags", JsonArray.of(service));
  }

  private static boolean isForServices(JsonObject operation) {
    return operation.getBoolean("x-internal", false);
  }

  private JsonObject section(String name) {
    return content.getJsonObject(name, new JsonObject());
  }
}
