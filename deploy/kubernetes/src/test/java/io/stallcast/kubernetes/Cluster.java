package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a cluster is told.
 *
 * @param overlay the folder that it was put together from
 */
record Cluster(String overlay, List<Manifest> manifests) {
  static final String DEV = "dev";
  static final String PRODUCTION = "production";

  static Cluster of(String overlay) {
    return new Cluster(overlay, Overlay.build(Repository.released("kubernetes/" + overlay)));
  }

  boolean isProduction() {
    return overlay.equals(PRODUCTION);
  }

  Stream<Manifest> all(String kind) {
    return manifests.stream().filter(manifest -> manifest.is(kind));
  }

  Optional<Manifest> find(String kind, String name) {
    return all(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  Stream<Manifest> deployments() {
    return all("Deployment");
  }

  /** The Deployment of each of our services; a missing one is an empty manifest of that name. */
  Stream<Manifest> services() {
    return Service.all().stream().map(service -> deployment(service.name()));
  }

  Manifest deployment(String name) {
    return find("Deployment", name)
        .orElseGet(
            () -> Manifest.of("{kind: Deployment, metadata: {name: " + name + "}}").getFirst());
  }

  /** The environment that all pods share. */
  JsonNode settings() {
    return find("ConfigMap", "stallcast").orElseThrow().at("/data");
  }

  /** The labels that a pod of a Deployment has. */
  static JsonNode podLabels(Manifest deployment) {
    return deployment.at("/spec/template/metadata/labels");
  }

  /** Whether labels are among others; no labels are among none. */
  static boolean isAmong(JsonNode selector, JsonNode labels) {
    return !selector.isEmpty()
        && selector.properties().stream()
            .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
  }
}
