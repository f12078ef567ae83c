package io.stallcast.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One resource that a cluster is told of. */
record Manifest(ObjectNode content) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final YAMLMapper SORTED =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

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

  /**
   * A file's documents in an order of their own: what made them puts labels and ports as it likes.
   */
  static String sorted(Path file) {
    return in(file).stream().map(Manifest::sorted).collect(Collectors.joining());
  }

  private String sorted() {
    containers().map(container -> container.path("ports")).forEach(Manifest::sortByName);
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(content, Map.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sortByName(JsonNode ports) {
    var sorted =
        elements(ports).sorted(Comparator.comparing(port -> port.path("name").asText())).toList();
    for (int i = 0; i < sorted.size(); i++) {
      ((ArrayNode) ports).set(i, sorted.get(i));
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

  /** Changed by the steps of a JSON patch (RFC 6902). */
  Manifest patched(JsonNode steps) {
    var patched = Json.createPatch(json(steps).asJsonArray()).apply(json(content).asJsonObject());
    return new Manifest((ObjectNode) node(patched.toString()));
  }

  private static JsonStructure json(JsonNode node) {
    try (var reader = Json.createReader(new StringReader(node.toString()))) {
      return reader.read();
    }
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
