package io.stallcast.kubernetes;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may talk to whom, and nobody else: services as their settings name one another, the gateway
 * with what stands in front of it, Prometheus with all.
 */
final class Network {
  /** The services that talk to somebody outside of the cluster, and on which ports. */
  private static final Set<Integer> PROVIDER = Set.of(443);

  private static final Set<Integer> MAIL_AND_PUSH = Set.of(443, 465, 587);

  private static final String PODS_OF_SERVICES =
      """
              - podSelector:
                  matchLabels:
                    app.kubernetes.io/part-of: stallcast
      """;
  private static final String EDGE =
      """
              - namespaceSelector:
                  matchLabels:
                    stallcast.io/edge: "true"
      """;
  private static final String PROMETHEUS =
      """
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: monitoring
      """;

  private Network() {}

  static List<String> manifests() {
    return Stream.concat(Service.all().stream().map(Network::manifest), Stream.of(DATABASE))
        .toList();
  }

  private static String manifest(Service service) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      name: %1$s
    spec:
      podSelector:
        matchLabels:
          app.kubernetes.io/name: %1$s
      policyTypes: [Ingress, Egress]
      ingress:
    %2$s  egress:
    %3$s\
    """
        .formatted(service.name(), ingress(service), egress(service));
  }

  private static String ingress(Service service) {
    boolean edge = service.name().equals(Service.GATEWAY);
    return allowed("from", edge ? EDGE : askers(service), "http")
        + allowed("from", PROMETHEUS, edge ? "management" : "http");
  }

  private static String askers(Service service) {
    return service.name().equals("auth-service") ? PODS_OF_SERVICES : pods(service.askedBy());
  }

  private static String egress(Service service) {
    List<String> allowed = new ArrayList<>();
    allowed.add(NAMES);
    allowed.add(TELEMETRY);
    if (!service.peers().isEmpty()) {
      allowed.add(allowed("to", pods(service.peers()), "http"));
    }
    if (service.database().isPresent()) {
      allowed.add(allowed("to", labelled("cnpg.io/cluster", "postgres"), "5432"));
      allowed.add(allowed("to", labelled("strimzi.io/cluster", "kafka"), "9092"));
    }
    switch (service.name()) {
      case "payment-service" -> allowed.add(outside(PROVIDER));
      case "notification-service" -> allowed.add(outside(MAIL_AND_PUSH));
      default -> {}
    }
    return String.join("", allowed);
  }

  private static String allowed(String direction, String whom, String port) {
    return "    - %s:\n%s      ports:\n        - {protocol: TCP, port: %s}\n"
        .formatted(direction, whom, port);
  }

  private static String pods(Set<String> services) {
    return services.stream()
        .map(service -> labelled("app.kubernetes.io/name", service))
        .collect(joining());
  }

  private static String labelled(String label, String value) {
    return """
            - podSelector:
                matchLabels:
                  %s: %s
    """
        .formatted(label, value);
  }

  /** Anywhere but in the cluster's own networks. */
  private static String outside(Set<Integer> ports) {
    return """
        - to:
            - ipBlock:
                cidr: 0.0.0.0/0
                except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16]
          ports:
    %s\
    """
        .formatted(
            ports.stream()
                .sorted()
                .map(port -> "        - {protocol: TCP, port: " + port + "}\n")
                .collect(joining()));
  }

  private static final String NAMES =
      """
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: kube-system
            ports:
              - {protocol: UDP, port: 53}
              - {protocol: TCP, port: 53}
      """;
  private static final String TELEMETRY =
      """
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: observability
            ports:
              - {protocol: TCP, port: 4317}
      """;
  private static final String DATABASE =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: postgres
      spec:
        podSelector:
          matchLabels:
            cnpg.io/cluster: postgres
        policyTypes: [Ingress]
        ingress:
          - from:
              - podSelector:
                  matchExpressions:
                    - {key: stallcast.io/database, operator: Exists}
            ports:
              - {protocol: TCP, port: 5432}
          - from:
              - podSelector:
                  matchLabels:
                    cnpg.io/cluster: postgres
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: cnpg-system
            ports:
              - {protocol: TCP, port: 5432}
              - {protocol: TCP, port: 8000}
          - from:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: monitoring
            ports:
              - {protocol: TCP, port: 9187}
      """;
}
