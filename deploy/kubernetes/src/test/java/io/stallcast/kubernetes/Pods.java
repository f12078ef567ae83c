package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules about what runs. */
final class Pods {
  private static final Map<String, String> PROBES =
      new TreeMap<>(
          Map.of(
              "startupProbe", "/q/health/started",
              "readinessProbe", "/q/health/ready",
              "livenessProbe", "/q/health/live"));
  private static final Set<String> VOLUMES = Set.of("emptyDir", "configMap", "secret", "projected");

  /** What consumers, the outbox and connections may take beside what is configured. */
  private static final int LAST_WORDS_SECONDS = 20;

  private Pods() {}

  static Stream<String> probes(Cluster cluster) {
    return Stream.concat(
        cluster
            .services()
            .flatMap(pod ->
                PROBES.entrySet().stream()
                    .filter(probe -> !isAnswered(pod, probe.getKey(), probe.getValue()))
                    .map(probe ->
                        "%s: %s asks for %s on %s"
                            .formatted(
                                pod,
                                probe.getKey(),
                                pod.container().at("/" + probe.getKey() + "/httpGet/path"),
                                pod.container().at("/" + probe.getKey() + "/httpGet/port")))),
        cluster
            .deployments()
            .flatMap(pod ->
                PROBES.keySet().stream()
                    .filter(probe -> !pod.container().path(probe).has("httpGet"))
                    .map(probe -> pod + " has no " + probe)));
  }

  private static boolean isAnswered(Manifest pod, String probe, String path) {
    JsonNode asked = pod.container().at("/" + probe + "/httpGet");
    return asked.path("path").asText().equals(path)
        && asked.path("port").asText().equals(Service.named(pod.name()).healthPort());
  }

  static Stream<String> limits(Cluster cluster) {
    return everyContainer(
        cluster,
        container ->
            Stream.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")
                .filter(amount -> container.at("/resources" + amount).isMissingNode())
                .map(amount -> "has no " + amount.substring(1)));
  }

  static Stream<String> restricted(Cluster cluster) {
    return Stream.concat(
        everyContainer(cluster, Pods::liberties),
        cluster.deployments().flatMap(pod -> liberties(pod).map(liberty -> pod + " " + liberty)));
  }

  private static Stream<String> liberties(JsonNode container) {
    JsonNode security = container.path("securityContext");
    return Stream.of(
            require(!security.path("privileged").asBoolean(true), "may be privileged"),
            require(
                !security.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges"),
            require(
                security.path("readOnlyRootFilesystem").asBoolean(false), "writes to its image"),
            require(
                security.at("/capabilities/drop/0").asText().equals("ALL"), "keeps capabilities"),
            require(!security.at("/capabilities").has("add"), "adds capabilities"),
            require(security.path("runAsNonRoot").asBoolean(true), "may be root"),
            require(security.path("runAsUser").asInt(1) != 0, "is root"))
        .flatMap(List::stream);
  }

  private static Stream<String> liberties(Manifest deployment) {
    JsonNode pod = deployment.at("/spec/template/spec");
    JsonNode security = pod.path("securityContext");
    return Stream.concat(
        Stream.of(
                require(security.path("runAsNonRoot").asBoolean(false), "may be root"),
                require(security.path("runAsUser").asInt(0) != 0, "is root"),
                require(
                    security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                    "may call all of the kernel"),
                require(!pod.path("hostNetwork").asBoolean(false), "is in the node's network"),
                require(!pod.path("hostPID").asBoolean(false), "sees the node's processes"))
            .flatMap(List::stream),
        Manifest.elements(pod.path("volumes"))
            .filter(volume -> VOLUMES.stream().noneMatch(volume::has))
            .map(volume -> "has a volume of another kind: " + volume));
  }

  static Stream<String> tokens(Cluster cluster) {
    return Stream.of(
            cluster
                .deployments()
                .filter(pod ->
                    pod.at("/spec/template/spec/automountServiceAccountToken").asBoolean(true))
                .map(pod -> pod + " is given a token"),
            cluster
                .services()
                .filter(pod ->
                    cluster
                        .find(
                            "ServiceAccount",
                            pod.at("/spec/template/spec/serviceAccountName").asText())
                        .filter(
                            account -> !account.at("/automountServiceAccountToken").asBoolean(true))
                        .isEmpty())
                .map(pod -> pod + " has no account of its own without a token"),
            cluster.manifests().stream()
                .filter(manifest -> manifest.kind().matches("(Cluster)?Role(Binding)?"))
                .map(manifest -> manifest + " allows something"))
        .flatMap(objections -> objections);
  }

  static Stream<String> farewell(Cluster cluster) {
    return cluster
        .services()
        .filter(pod ->
            pod.at("/spec/template/spec/terminationGracePeriodSeconds").asInt(30) < needed(pod))
        .map(pod -> pod + " is ended before " + needed(pod) + " s");
  }

  private static long needed(Manifest pod) {
    Service service = Service.named(pod.name());
    return pod.container().at("/lifecycle/preStop/sleep/seconds").asLong(Integer.MAX_VALUE)
        + seconds(service.setting("quarkus.shutdown.delay"))
        + seconds(service.setting("quarkus.shutdown.timeout"))
        + LAST_WORDS_SECONDS;
  }

  private static long seconds(String duration) {
    return Duration.parse("PT" + duration).toSeconds();
  }

  static Stream<String> spread(Cluster cluster) {
    return cluster
        .services()
        .flatMap(pod ->
            Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .filter(topology -> !isSpread(pod, topology))
                .map(topology -> pod + " is not spread over " + topology));
  }

  private static boolean isSpread(Manifest pod, String topology) {
    return Manifest.elements(pod.at("/spec/template/spec/topologySpreadConstraints"))
        .filter(constraint -> constraint.path("topologyKey").asText().equals(topology))
        .anyMatch(constraint ->
            Cluster.isAmong(constraint.at("/labelSelector/matchLabels"), Cluster.podLabels(pod)));
  }

  static Stream<String> images(Cluster cluster) {
    return everyContainer(
        cluster,
        container ->
            require(
                container.path("image").asText().matches(".+:(?!latest$)[\\w.-]+(@sha256:\\w+)?"),
                "runs " + container.path("image"))
                .stream());
  }

  static Stream<String> schema(Cluster cluster) {
    return cluster
        .services()
        .filter(pod -> Service.named(pod.name()).database().isPresent())
        .filter(pod -> !isMigratedFirst(pod))
        .map(pod -> pod + " starts without its schema, or migrates it by itself");
  }

  private static boolean isMigratedFirst(Manifest pod) {
    JsonNode step = pod.at("/spec/template/spec/initContainers/0");
    return step.path("image").equals(pod.container().path("image"))
        && variable(step, "QUARKUS_INIT_AND_EXIT").equals("true")
        && !variable(step, "QUARKUS_FLYWAY_MIGRATE_AT_START").equals("false")
        && variable(pod.container(), "QUARKUS_FLYWAY_MIGRATE_AT_START").equals("false");
  }

  private static String variable(JsonNode container, String name) {
    return Manifest.elements(container.path("env"))
        .filter(variable -> variable.path("name").asText().equals(name))
        .map(variable -> variable.path("value").asText())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> everyContainer(
      Cluster cluster, Function<JsonNode, Stream<String>> check) {
    return cluster
        .deployments()
        .flatMap(pod ->
            pod.containers()
                .flatMap(container ->
                    check
                        .apply(container)
                        .map(objection ->
                            "%s, %s: %s"
                                .formatted(pod, container.path("name").asText(), objection))));
  }

  private static List<String> require(boolean condition, String otherwise) {
    return condition ? List.of() : List.of(otherwise);
  }
}
