package io.stallcast.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a newer document takes from those who rely on an older one. */
final class Compatibility {
  /** Words that are for people, and versions, which may rise. */
  private static final Set<String> FREE = Set.of("description", "title", "ce_dataschema");

  private final List<String> broken = new ArrayList<>();

  private Compatibility() {}

  /** The places of what is gone or different; more may always be there. */
  static List<String> broken(JsonNode older, JsonNode newer) {
    var compatibility = new Compatibility();
    for (String part : List.of("/channels", "/components/schemas")) {
      compatibility.compare(part, older.at(part), newer.at(part));
    }
    return compatibility.broken;
  }

  private void compare(String place, JsonNode older, JsonNode newer) {
    if (older.isObject() && newer.isObject()) {
      for (Map.Entry<String, JsonNode> field : older.properties()) {
        if (!FREE.contains(field.getKey())) {
          compare(place + "/" + field.getKey(), field.getValue(), newer.path(field.getKey()));
        }
      }
      demand(place, older, newer);
    } else if (older.isArray() && newer.isArray() && !place.endsWith("/type")) {
      if (!isDemand(place) && !elements(newer).containsAll(elements(older))) {
        broken.add(place);
      }
    } else if (!older.equals(newer)) {
      broken.add(place);
    }
  }

  /** What clients say may come to need less, and never more. */
  private void demand(String place, JsonNode older, JsonNode newer) {
    String required = place + "/required";
    if (isDemand(required)
        && !elements(older.path("required")).containsAll(elements(newer.path("required")))) {
      broken.add(required);
    }
  }

  private static boolean isDemand(String place) {
    return place.contains("/messages/client.") && place.endsWith("/required");
  }

  private static Set<JsonNode> elements(JsonNode array) {
    Set<JsonNode> elements = new HashSet<>();
    array.forEach(elements::add);
    return elements;
  }
}
