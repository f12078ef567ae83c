package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about what pods are told. */
final class Settings {
  private static final Map<String, KnownSettings> KNOWN =
      Service.all().stream()
          .collect(Collectors.toUnmodifiableMap(Service::name, KnownSettings::new));
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|_key|token)$");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\w+://)?([a-z-]+)(?::(\\d+))?(?:/.*)?");

  /** Services that operators make of their resources, and the ports that they have. */
  private static final Map<String, List<Integer>> OF_OPERATORS =
      Map.of("kafka-kafka-bootstrap", List.of(9092), "postgres-rw", List.of(5432));

  private Settings() {}

  static Stream<String> read(Cluster cluster) {
    return Stream.concat(
        cluster
            .services()
            .flatMap(pod ->
                pod.containers()
                    .flatMap(container -> Manifest.elements(container.path("env")))
                    .map(variable -> variable.path("name").asText())
                    .distinct()
                    .filter(name -> !KNOWN.get(pod.name()).reads(name))
                    .map(name -> pod + " does not read " + name)),
        names(cluster.settings())
            .filter(name ->
                cluster
                    .services()
                    .filter(Settings::isGivenAll)
                    .noneMatch(pod -> KNOWN.get(pod.name()).reads(name)))
            .map(name -> "nobody reads " + name));
  }

  private static boolean isGivenAll(Manifest pod) {
    return Manifest.elements(pod.container().path("envFrom"))
        .anyMatch(source -> source.at("/configMapRef/name").asText().equals("stallcast"));
  }

  static Stream<String> secrets(Cluster cluster) {
    return Stream.of(
            cluster.all("Secret").map(secret -> secret + " is in a manifest"),
            names(cluster.settings())
                .filter(name -> SECRET.matcher(name).matches())
                .map(name -> name + " is in a ConfigMap"),
            cluster
                .deployments()
                .flatMap(pod ->
                    pod.containers()
                        .flatMap(container -> Manifest.elements(container.path("env")))
                        .filter(
                            variable -> SECRET.matcher(variable.path("name").asText()).matches())
                        .filter(variable -> !variable.at("/valueFrom").has("secretKeyRef"))
                        .map(variable -> pod + " is told " + variable.path("name").asText())))
        .flatMap(Function.identity());
  }

  static Stream<String> addresses(Cluster cluster) {
    return cluster.settings().properties().stream()
        .filter(setting -> setting.getKey().matches(".*(_URL|_ADDRESSES|_ADDRESS|_SERVERS|_HOST)"))
        .flatMap(setting ->
            Stream.of(setting.getValue().asText().split(","))
                .filter(address -> !isSomebodys(cluster, address))
                .map(address -> setting.getKey() + " leads to " + address));
  }

  /** Names with a dot are of other namespaces, or of the world. */
  private static boolean isSomebodys(Cluster cluster, String address) {
    var parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return true;
    }
    String name = parts.group(1);
    if (OF_OPERATORS.containsKey(name)) {
      return OF_OPERATORS.get(name).contains(Integer.valueOf(parts.group(2)));
    }
    return cluster
        .find("Service", name)
        .filter(service ->
            parts.group(2) == null
                ? hasPort(service, address.startsWith("http:") ? 80 : -1)
                : hasPort(service, Integer.parseInt(parts.group(2))))
        .isPresent();
  }

  /** A port that is not said may be any. */
  private static boolean hasPort(Manifest service, int port) {
    return Manifest.elements(service.at("/spec/ports"))
        .anyMatch(offered -> port == -1 || offered.path("port").asInt() == port);
  }

  private static Stream<String> names(JsonNode settings) {
    return settings.properties().stream().map(Map.Entry::getKey);
  }
}
