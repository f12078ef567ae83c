package io.stallcast.gateway.gathering;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What one service has to say. */
sealed interface Part {
  /** Its page of the list. */
  record Listed(List<JsonObject> items, boolean goesOn) implements Part {
    static Listed of(JsonObject page) {
      return new Listed(
          page.getJsonArray("items").stream().map(JsonObject.class::cast).toList(),
          page.containsKey("next"));
    }
  }

  /** It refuses the request. */
  record Refused(int status, String contentType, Buffer body) implements Part {}

  /** It does not answer, or not as it should. */
  record Missing(String service) implements Part {}
}
