package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One resource that a cluster is told of. */
record Manifest(ObjectNode content) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** All documents of a YAML file. */
  static List<Manifest> in(Path file) {
    return of(Repository.text(file));
  }

  /** All documents of a YAML text. */
  static List<Manifest> of(String yaml) {
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
      List<Manifest> manifests = new ArrayList<>();
      documents.forEachRemaining(document -> manifests.add(new Manifest(document)));
      return manifests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A single document, of any shape. */
  static JsonNode node(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  String apiVersion() {
    return content.path("apiVersion").asText();
  }

  String kind() {
    return content.path("kind").asText();
  }

  String name() {
    return content.at("/metadata/name").asText();
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  JsonNode labels() {
    return content.at("/metadata/labels");
  }

  JsonNode at(String pointer) {
    return content.at(pointer);
  }

  /** Those of its pod: what runs before, and what runs. */
  Stream<JsonNode> containers() {
    JsonNode pod = content.at("/spec/template/spec");
    return Stream.concat(elements(pod.path("initContainers")), elements(pod.path("containers")));
  }

  /** The container that stays. */
  JsonNode container() {
    return content.at("/spec/template/spec/containers/0");
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
