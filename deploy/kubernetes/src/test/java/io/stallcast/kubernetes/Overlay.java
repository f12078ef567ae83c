package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A folder with a {@code kustomization.yaml}, put together as kustomize does. It knows what is used
 * here, and refuses the rest: files and folders, JSON patches (RFC 6902) of selected resources, and
 * the namespace.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">its
 *     reference</a>
 */
final class Overlay {
  private static final Set<String> KNOWN =
      Set.of("apiVersion", "kind", "resources", "patches", "namespace");
  private static final Set<String> KNOWN_OF_TARGETS = Set.of("kind", "name", "labelSelector");
  private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace");

  private final Path folder;
  private final JsonNode kustomization;

  private Overlay(Path folder) {
    this.folder = folder;
    this.kustomization = Manifest.node(Repository.text(folder.resolve("kustomization.yaml")));
    refuseUnknown(kustomization, KNOWN);
  }

  /** What a cluster is told. */
  static List<Manifest> build(Path folder) {
    return new Overlay(folder).build();
  }

  private List<Manifest> build() {
    List<Manifest> manifests = new ArrayList<>();
    Manifest.elements(kustomization.path("resources"))
        .map(resource -> folder.resolve(resource.asText()).normalize())
        .forEach(
            path -> manifests.addAll(Files.isDirectory(path) ? build(path) : Manifest.in(path)));
    for (JsonNode patch : kustomization.path("patches")) {
      manifests.replaceAll(
          manifest -> isMeant(manifest, patch) ? patched(manifest, patch) : manifest);
    }
    if (kustomization.has("namespace")) {
      manifests.forEach(this::place);
    }
    return manifests;
  }

  private boolean isMeant(Manifest manifest, JsonNode patch) {
    JsonNode target = patch.path("target");
    refuseUnknown(target, KNOWN_OF_TARGETS);
    return manifest.is(target.path("kind").asText())
        && (!target.has("name") || manifest.name().equals(target.path("name").asText()))
        && (!target.has("labelSelector")
            || isSelected(manifest, target.path("labelSelector").asText()));
  }

  private static boolean isSelected(Manifest manifest, String selector) {
    String[] wanted = selector.split("=", 2);
    JsonNode label = manifest.labels().path(wanted[0]);
    return wanted.length == 1 ? !label.isMissingNode() : label.asText().equals(wanted[1]);
  }

  private Manifest patched(Manifest manifest, JsonNode patch) {
    return manifest.patched(
        Manifest.node(
            patch.has("path")
                ? Repository.text(folder.resolve(patch.path("path").asText()))
                : patch.path("patch").asText()));
  }

  private void place(Manifest manifest) {
    if (!WITHOUT_NAMESPACE.contains(manifest.kind())) {
      ((ObjectNode) manifest.at("/metadata"))
          .put("namespace", kustomization.path("namespace").asText());
    }
  }

  private void refuseUnknown(JsonNode settings, Set<String> known) {
    settings
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw new IllegalArgumentException(
                "%s: the build does not know what kustomize makes of \"%s\"."
                    .formatted(folder, name));
          }
        });
  }
}
