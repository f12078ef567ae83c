package io.stallcast.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Rules about who reaches whom. */
final class Routes {
  private Routes() {}

  static Stream<String> services(Cluster cluster) {
    return Stream.concat(
        cluster
            .services()
            .filter(pod -> cluster.find("Service", pod.name()).isEmpty())
            .map(pod -> pod + " has no Service"),
        cluster
            .all("Service")
            .flatMap(service ->
                Manifest.elements(service.at("/spec/ports"))
                    .filter(port -> !isOpen(cluster, service, port.path("targetPort")))
                    .map(port -> "%s leads nowhere by %s".formatted(service, port))));
  }

  private static boolean isOpen(Cluster cluster, Manifest service, JsonNode target) {
    return cluster
        .deployments()
        .filter(pod -> Cluster.isAmong(service.at("/spec/selector"), Cluster.podLabels(pod)))
        .flatMap(pod -> Manifest.elements(pod.container().path("ports")))
        .anyMatch(
            port -> target.equals(port.path("containerPort")) || target.equals(port.path("name")));
  }

  static Stream<String> routes(Cluster cluster) {
    return cluster
        .all("HTTPRoute")
        .flatMap(route ->
            Stream.concat(
                Manifest.elements(route.at("/spec/parentRefs"))
                    .filter(parent -> !isListener(cluster, parent))
                    .map(parent -> route + " hangs on nothing: " + parent),
                Manifest.elements(route.at("/spec/rules"))
                    .flatMap(rule -> Manifest.elements(rule.path("backendRefs")))
                    .filter(backend -> !isGateway(cluster, backend))
                    .map(backend -> route + " leads to " + backend)));
  }

  private static boolean isListener(Cluster cluster, JsonNode parent) {
    return cluster
        .find("Gateway", parent.path("name").asText())
        .filter(gateway ->
            !parent.has("sectionName")
                || Manifest.elements(gateway.at("/spec/listeners"))
                    .anyMatch(listener -> listener.path("name").equals(parent.path("sectionName"))))
        .isPresent();
  }

  private static boolean isGateway(Cluster cluster, JsonNode backend) {
    return backend.path("name").asText().equals(Service.GATEWAY)
        && Manifest.elements(
                cluster.find("Service", Service.GATEWAY).orElseThrow().at("/spec/ports"))
            .filter(port -> port.path("name").asText().equals("http"))
            .anyMatch(port -> port.path("port").equals(backend.path("port")));
  }

  static Stream<String> encrypted(Cluster cluster) {
    if (!cluster.isProduction()) {
      return Stream.empty();
    }
    return Stream.concat(
        cluster
            .all("Gateway")
            .flatMap(gateway -> Manifest.elements(gateway.at("/spec/listeners")))
            .filter(listener -> listener.path("protocol").asText().equals("HTTPS"))
            .filter(listener -> listener.at("/tls/certificateRefs/0/name").isMissingNode())
            .map(listener -> "no certificate for " + listener.path("name")),
        cluster
            .all("HTTPRoute")
            .filter(route -> !route.at("/spec/parentRefs/0/sectionName").asText().equals("https"))
            .filter(route -> !isRedirect(route))
            .map(route -> route + " is open to who speaks in clear"));
  }

  private static boolean isRedirect(Manifest route) {
    return Manifest.elements(route.at("/spec/rules"))
        .allMatch(rule ->
            rule.at("/filters/0/requestRedirect/scheme").asText().equals("https")
                && !rule.has("backendRefs"));
  }

  static Stream<String> network(Cluster cluster) {
    return Stream.concat(
        cluster.services().flatMap(pod -> boundaries(cluster, pod)),
        Service.all().stream()
            .flatMap(asker ->
                Service.all().stream()
                    .filter(asked -> !asked.equals(asker))
                    .flatMap(asked -> way(cluster, asker, asked))));
  }

  private static Stream<String> boundaries(Cluster cluster, Manifest pod) {
    JsonNode policy = policy(cluster, pod.name());
    if (policy.at("/policyTypes").size() != 2) {
      return Stream.of(pod + " has no boundaries");
    }
    return Stream.concat(
        open(policy.path("ingress"), "from").map(rule -> pod + " takes all by " + rule),
        open(policy.path("egress"), "to").map(rule -> pod + " may go anywhere by " + rule));
  }

  private static Stream<JsonNode> open(JsonNode rules, String whom) {
    return Manifest.elements(rules)
        .filter(rule -> rule.path(whom).isEmpty() || rule.path("ports").isEmpty());
  }

  private static Stream<String> way(Cluster cluster, Service asker, Service asked) {
    boolean asks = asker.peers().contains(asked.name());
    boolean goes = isAllowed(cluster, policy(cluster, asker.name()).path("egress"), "to", asked);
    boolean comes =
        isAllowed(cluster, policy(cluster, asked.name()).path("ingress"), "from", asker);
    if (asks && !(goes && comes)) {
      return Stream.of(asker + " cannot ask " + asked);
    }
    return !asks && (goes || comes)
        ? Stream.of(asker + " may ask " + asked + ", and never does")
        : Stream.empty();
  }

  private static JsonNode policy(Cluster cluster, String service) {
    return cluster
        .all("NetworkPolicy")
        .map(policy -> policy.at("/spec"))
        .filter(policy ->
            Cluster.isAmong(
                policy.at("/podSelector/matchLabels"),
                Cluster.podLabels(cluster.deployment(service))))
        .findFirst()
        .orElse(Manifest.node("{}"));
  }

  private static boolean isAllowed(
      Cluster cluster, JsonNode rules, String direction, Service other) {
    JsonNode labels = Cluster.podLabels(cluster.deployment(other.name()));
    return Manifest.elements(rules)
        .flatMap(rule -> Manifest.elements(rule.path(direction)))
        .anyMatch(whom -> Cluster.isAmong(whom.at("/podSelector/matchLabels"), labels));
  }

  static Stream<String> monitored(Cluster cluster) {
    return cluster
        .services()
        .filter(pod -> cluster.all("ServiceMonitor").noneMatch(m -> isRead(cluster, pod, m)))
        .map(pod -> "nobody reads the metrics of " + pod);
  }

  /** A port of the pods, which need not be one of the Service's. */
  private static boolean isRead(Cluster cluster, Manifest pod, Manifest monitor) {
    JsonNode endpoint = monitor.at("/spec/endpoints/0");
    return endpoint.path("path").asText().equals("/q/metrics")
        && endpoint.path("targetPort").asText().equals(Service.named(pod.name()).healthPort())
        && cluster
            .find("Service", pod.name())
            .filter(service ->
                Cluster.isAmong(monitor.at("/spec/selector/matchLabels"), service.labels()))
            .isPresent();
  }
}
