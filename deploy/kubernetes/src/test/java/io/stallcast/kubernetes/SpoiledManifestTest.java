package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule objects to what it is there for: production with one manifest spoiled. */
class SpoiledManifestTest {
  private static final Cluster SOUND = Cluster.of(Cluster.PRODUCTION);
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  /**
   * What is done to a manifest.
   *
   * @param step of a JSON patch; none takes the manifest away
   */
  record Spoilt(Rule rule, String kind, String name, String step) {
    @Override
    public String toString() {
      return "%s: %s %s %s".formatted(rule.name(), kind, name, step);
    }

    Cluster applied() {
      return new Cluster(
          SOUND.overlay(), SOUND.manifests().stream().flatMap(this::applied).toList());
    }

    private Stream<Manifest> applied(Manifest manifest) {
      if (!manifest.is(kind) || !manifest.name().equals(name)) {
        return Stream.of(manifest);
      }
      return step.isEmpty()
          ? Stream.empty()
          : Stream.of(manifest.patched(Manifest.node("[" + step + "]")));
    }
  }

  static List<Spoilt> spoilt() {
    String order = "order-service";
    return List.of(
        deployment(Rule.PROBES, replace(CONTAINER + "/livenessProbe/httpGet/path", "/q/health")),
        deployment(Rule.PROBES, remove(CONTAINER + "/startupProbe")),
        deployment(Rule.LIMITS, remove(CONTAINER + "/resources/limits/memory")),
        deployment(Rule.LIMITS, remove(POD + "/initContainers/0/resources")),
        deployment(Rule.RESTRICTED, replace(POD + "/securityContext/runAsUser", 0)),
        deployment(
            Rule.RESTRICTED, replace(CONTAINER + "/securityContext/readOnlyRootFilesystem", false)),
        deployment(Rule.RESTRICTED, remove(POD + "/securityContext/seccompProfile")),
        deployment(Rule.RESTRICTED, add(CONTAINER + "/securityContext/runAsNonRoot", false)),
        deployment(Rule.RESTRICTED, add(POD + "/volumes/-", "{name: host, hostPath: {path: /}}")),
        deployment(Rule.TOKENS, replace(POD + "/automountServiceAccountToken", true)),
        new Spoilt(Rule.TOKENS, "ServiceAccount", order, ""),
        deployment(Rule.FAREWELL, replace(POD + "/terminationGracePeriodSeconds", 30)),
        deployment(Rule.FAREWELL, remove(CONTAINER + "/lifecycle")),
        deployment(Rule.SPREAD, remove(POD + "/topologySpreadConstraints/0/labelSelector")),
        deployment(Rule.IMAGES, replace(CONTAINER + "/image", "stallcast/order-service:latest")),
        deployment(Rule.SCHEMA, remove(POD + "/initContainers")),
        deployment(
            Rule.ENVIRONMENT, add(CONTAINER + "/env/-", "{name: STALLCAST_ORDER_WISH, value: x}")),
        settings(Rule.ENVIRONMENT, "STALLCAST_CATALOGUE_URL", "http://catalog-service"),
        deployment(
            Rule.SECRETS,
            add(CONTAINER + "/env/-", "{name: QUARKUS_DATASOURCE_PASSWORD, value: x}")),
        settings(Rule.ADDRESSES, "STALLCAST_CATALOG_URL", "http://catalogue"),
        settings(Rule.ADDRESSES, "KAFKA_BOOTSTRAP_SERVERS", "kafka-kafka-bootstrap:9093"),
        new Spoilt(Rule.SERVICES, "Service", order, replace("/spec/ports/0/targetPort", 80)),
        new Spoilt(
            Rule.ROUTES,
            "HTTPRoute",
            "stallcast",
            replace("/spec/rules/0/backendRefs/0/name", order)),
        new Spoilt(
            Rule.ENCRYPTED,
            "HTTPRoute",
            "stallcast",
            replace("/spec/parentRefs/0/sectionName", "http")),
        new Spoilt(Rule.NETWORK, "NetworkPolicy", order, ""),
        new Spoilt(Rule.NETWORK, "NetworkPolicy", order, remove("/spec/ingress/0/from")),
        new Spoilt(
            Rule.NETWORK, "NetworkPolicy", "catalog-service", remove("/spec/ingress/0/from/1")),
        new Spoilt(
            Rule.NETWORK,
            "NetworkPolicy",
            "payment-service",
            add(
                "/spec/ingress/0/from/-",
                "{podSelector: {matchLabels: {app.kubernetes.io/name: chat-service}}}")),
        new Spoilt(
            Rule.MONITORED, "ServiceMonitor", order, replace("/spec/endpoints/0/path", "/metrics")),
        new Spoilt(Rule.TOPIC_LIST, "KafkaTopic", "saga.replies", ""),
        new Spoilt(Rule.TOPIC_LIST, "KafkaTopic", "order.events", replace("/spec/partitions", 3)),
        new Spoilt(Rule.DATABASE_LIST, "Database", order, ""),
        new Spoilt(Rule.CONNECTIONS, "ScaledObject", order, replace("/spec/maxReplicaCount", 60)),
        new Spoilt(Rule.BACKUP, "ScheduledBackup", "postgres", ""),
        new Spoilt(Rule.SCALED, "ScaledObject", order, ""),
        new Spoilt(Rule.SCALED, "ScaledObject", order, replace("/spec/minReplicaCount", 1)),
        deployment(Rule.SCALED, add("/spec/replicas", 2)),
        new Spoilt(Rule.DISRUPTION, "PodDisruptionBudget", order, ""));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void isObjectedTo(Spoilt spoilt) {
    assertThat(spoilt.rule().objections(spoilt.applied())).isNotEmpty();
  }

  @Test
  void noRuleIsWithoutAnExample() {
    assertThat(spoilt().stream().map(Spoilt::rule)).containsAll(EnumSet.allOf(Rule.class));
  }

  private static Spoilt deployment(Rule rule, String step) {
    return new Spoilt(rule, "Deployment", "order-service", step);
  }

  private static Spoilt settings(Rule rule, String name, String value) {
    return new Spoilt(rule, "ConfigMap", "stallcast", add("/data/" + name, value));
  }

  private static String add(String path, Object value) {
    return "{op: add, path: '%s', value: %s}".formatted(path, value);
  }

  private static String replace(String path, Object value) {
    return "{op: replace, path: '%s', value: %s}".formatted(path, value);
  }

  private static String remove(String path) {
    return "{op: remove, path: '%s'}".formatted(path);
  }
}
