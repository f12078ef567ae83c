package io.stallcast.gateway.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * The reusable parts of all services under one roof. Parts that are alike are shared; one that has
 * the name of another but not its content gets its service's name in front.
 */
final class Components {
  private static final String REFERENCE = "$ref";

  private final JsonObject all = new JsonObject();

  /** Adds a service's parts, and returns its paths with references to where they are now. */
  JsonObject adopt(ServiceDocument document, JsonObject paths) {
    Map<String, String> moved = moved(document);
    for (Map.Entry<String, Object> kind : document.components()) {
      JsonObject adopted = all.getJsonObject(kind.getKey(), new JsonObject());
      for (Map.Entry<String, Object> part : (JsonObject) kind.getValue()) {
        String reference = reference(kind.getKey(), part.getKey());
        adopted.put(name(moved.getOrDefault(reference, reference)), follow(part.getValue(), moved));
      }
      all.put(kind.getKey(), adopted);
    }
    return (JsonObject) follow(paths, moved);
  }

  JsonObject all() {
    return all;
  }

  /** Old and new references of what must move: clashing parts, and those that refer to them. */
  private Map<String, String> moved(ServiceDocument document) {
    Map<String, String> moved = new HashMap<>();
    int before;
    do {
      before = moved.size();
      for (Map.Entry<String, Object> kind : document.components()) {
        for (Map.Entry<String, Object> part : (JsonObject) kind.getValue()) {
          if (clashes(kind.getKey(), part.getKey(), follow(part.getValue(), moved))) {
            moved.put(
                reference(kind.getKey(), part.getKey()),
                reference(kind.getKey(), prefixed(document.service(), part.getKey())));
          }
        }
      }
    } while (moved.size() > before);
    return moved;
  }

  private boolean clashes(String kind, String name, Object part) {
    Object known = all.getJsonObject(kind, new JsonObject()).getValue(name);
    return known != null && !known.equals(part);
  }

  private static Object follow(Object value, Map<String, String> moved) {
    return switch (value) {
      case JsonObject object -> {
        JsonObject copy = new JsonObject();
        object.forEach(field -> copy.put(field.getKey(), follow(field, moved)));
        yield copy;
      }
      case JsonArray array ->
          new JsonArray(array.stream().map(element -> follow(element, moved)).toList());
      case null -> null;
      default -> value;
    };
  }

  private static Object follow(Map.Entry<String, Object> field, Map<String, String> moved) {
    return field.getKey().equals(REFERENCE) && field.getValue() instanceof String reference
        ? moved.getOrDefault(reference, reference)
        : follow(field.getValue(), moved);
  }

  private static String reference(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }

  private static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static String prefixed(String service, String name) {
    return Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
  }
}
