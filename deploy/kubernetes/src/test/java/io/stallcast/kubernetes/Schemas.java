package io.stallcast.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the resources that a cluster is told of look like, with nothing allowed beside it: by the
 * Java types that fabric8 and Strimzi make of the official definitions, and by a JSON schema where
 * there are none. Types do not say what must be there: a list does.
 */
final class Schemas {
  private static final Map<String, Class<? extends HasMetadata>> TYPES = types();

  /** Leaves nowhere to put what a type does not name. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              })
          .build();

  private static final JsonNode NEEDED = Manifest.node(resource("needed.yaml"));
  private static final Map<String, Schema> OF_OPERATORS = ofOperators();

  private Schemas() {}

  private static Map<String, Class<? extends HasMetadata>> types() {
    Map<String, Class<? extends HasMetadata>> types =
        Stream.<Class<? extends HasMetadata>>of(
                ConfigMap.class,
                Deployment.class,
                Gateway.class,
                HTTPRoute.class,
                HorizontalPodAutoscaler.class,
                Namespace.class,
                NetworkPolicy.class,
                PodDisruptionBudget.class,
                PrometheusRule.class,
                io.fabric8.kubernetes.api.model.Service.class,
                ServiceAccount.class,
                ServiceMonitor.class)
            .collect(
                Collectors.toMap(
                    type -> HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type),
                    type -> type));
    // these types are of several versions
    types.put("kafka.strimzi.io/v1 Kafka", Kafka.class);
    types.put("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class);
    types.put("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class);
    return types;
  }

  /** What does not fit; a sentence for each place. */
  static List<String> objections(Manifest manifest) {
    String kind = manifest.apiVersion() + " " + manifest.kind();
    if (TYPES.containsKey(kind)) {
      return Stream.concat(misfits(manifest, TYPES.get(kind)), missing(manifest)).toList();
    }
    if (OF_OPERATORS.containsKey(kind)) {
      return OF_OPERATORS.get(kind).validate(manifest.content()).stream()
          .map(error -> manifest + ": " + error)
          .toList();
    }
    return List.of("%s: there is no %s".formatted(manifest, kind));
  }

  private static Stream<String> misfits(Manifest manifest, Class<? extends HasMetadata> type) {
    try {
      STRICT.treeToValue(manifest.content(), type);
      return Stream.empty();
    } catch (JsonProcessingException misfit) {
      return Stream.of(manifest + ": " + misfit.getMessage());
    }
  }

  private static Stream<String> missing(Manifest manifest) {
    return Stream.concat(
            Stream.of("/metadata/name"),
            Manifest.elements(NEEDED.path(manifest.kind())).map(JsonNode::asText))
        .filter(place -> manifest.at(place).isMissingNode())
        .map(place -> manifest + " has no " + place);
  }

  private static Map<String, Schema> ofOperators() {
    String place = "https://stallcast.io/operators.json";
    JsonNode content = Manifest.node(resource("operators.yaml"));
    content.findParents("properties").forEach(Schemas::close);
    String text = content.toString();
    var registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(place, text)));
    Map<String, Schema> schemas = new HashMap<>();
    content
        .path("kinds")
        .properties()
        .forEach(kind ->
            schemas.put(
                kind.getKey(),
                registry.getSchema(
                    SchemaLocation.of(place + "#/definitions/" + kind.getValue().asText()))));
    return schemas;
  }

  private static void close(JsonNode schema) {
    ((ObjectNode) schema).put("additionalProperties", false);
  }

  private static String resource(String file) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
