package io.stallcast.kubernetes;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * How many pods: by processor time; where a service reads topics, by what waits in them as well;
 * where it has sockets, by how many are open. Those that need more than processor time are KEDA's,
 * which keeps a HorizontalPodAutoscaler of its own.
 */
final class Scaling {
  static final int FEWEST = 2;
  static final int MOST = 6;

  /** Records that wait for a pod; one applies some thousands a second. */
  private static final int LAG = 2000;

  /** Sockets of a pod; it bears three times as many, when the others are lost. */
  private static final int SOCKETS = 5000;

  private static final int PROCESSOR_PERCENT = 65;

  private Scaling() {}

  static List<String> manifests() {
    return Service.all().stream().map(Scaling::manifest).toList();
  }

  private static String manifest(Service service) {
    return service.consumed().isEmpty() && !service.hasSockets()
        ? byProcessor(service)
        : byWhatWaits(service);
  }

  private static String byProcessor(Service service) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata:
      name: %1$s
    spec:
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: %1$s
      minReplicas: %2$d
      maxReplicas: %3$d
      metrics:
        - type: Resource
          resource:
            name: cpu
            target:
              type: Utilization
              averageUtilization: %4$d
      behavior:
        scaleDown:
          stabilizationWindowSeconds: 300
    """
        .formatted(service.name(), FEWEST, MOST, PROCESSOR_PERCENT);
  }

  private static String byWhatWaits(Service service) {
    return """
    apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    metadata:
      name: %1$s
    spec:
      scaleTargetRef:
        name: %1$s
      minReplicaCount: %2$d
      maxReplicaCount: %3$d
      pollingInterval: 15
      advanced:
        horizontalPodAutoscalerConfig:
          behavior:
            scaleDown:
              stabilizationWindowSeconds: 300
      triggers:
        - type: cpu
          metricType: Utilization
          metadata:
            value: "%4$d"
    %5$s%6$s\
    """
        .formatted(
            service.name(), FEWEST, MOST, PROCESSOR_PERCENT, lags(service), sockets(service));
  }

  private static String lags(Service service) {
    return service.consumed().stream().map(Scaling::lag).collect(joining());
  }

  private static String lag(Service.Consumed consumed) {
    return """
        - type: kafka
          metadata:
            bootstrapServers: kafka-kafka-bootstrap:9092
            consumerGroup: %s
            topic: %s
            lagThreshold: "%d"
            offsetResetPolicy: earliest
    """
        .formatted(consumed.group(), consumed.topic(), LAG);
  }

  private static String sockets(Service service) {
    return service.hasSockets()
        ? """
            - type: prometheus
              metadata:
                serverAddress: http://prometheus-operated.monitoring:9090
                query: sum(stallcast_sockets_open{service="%s"})
                threshold: "%d"
        """
            .formatted(service.name(), SOCKETS)
        : "";
  }
}
