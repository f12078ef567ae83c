package io.stallcast.kubernetes;

import java.util.List;

/** Nodes may be emptied, one pod of a service at a time; a pod that is not well stops nobody. */
final class Disruption {
  private Disruption() {}

  static List<String> manifests() {
    return Service.all().stream().map(Disruption::manifest).toList();
  }

  private static String manifest(Service service) {
    return """
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata:
      name: %1$s
    spec:
      maxUnavailable: 1
      unhealthyPodEvictionPolicy: AlwaysAllow
      selector:
        matchLabels:
          app.kubernetes.io/name: %1$s
    """
        .formatted(service.name());
  }
}
