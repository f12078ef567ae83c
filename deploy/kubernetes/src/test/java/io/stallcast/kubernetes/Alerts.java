package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** When somebody must know: Prometheus' rules, and what its operator is told of them. */
final class Alerts {
  private static final String FILE = "observability/alerts.yaml";

  private Alerts() {}

  static List<String> manifests() {
    String text = Repository.text(Repository.released(FILE));
    return List.of(
        """
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata:
          name: stallcast
          labels:
            app.kubernetes.io/part-of: stallcast
        spec:
        """
            + text.substring(text.indexOf("groups:")).indent(2));
  }

  /** Of all groups. */
  static Stream<JsonNode> all() {
    return Manifest.elements(
            Manifest.node(Repository.text(Repository.released(FILE))).path("groups"))
        .flatMap(group -> Manifest.elements(group.path("rules")));
  }

  static Stream<String> names() {
    return all().map(Alerts::name);
  }

  static String name(JsonNode alert) {
    return alert.path("alert").asText();
  }
}
