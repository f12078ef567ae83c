package io.stallcast.kubernetes;

import static java.util.stream.Collectors.joining;

import io.stallcast.platform.event.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every topic of the catalogue, and one for the dead letters of each service that reads it. */
final class Topics {
  static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

  private Topics() {}

  static List<String> manifests() {
    return Stream.concat(
            Arrays.stream(Topic.values())
                .map(topic ->
                    manifest(topic.topicName(), topic.partitions(), topic.configuration())),
            deadLetters().map(topic -> manifest(topic, 1, KEPT)))
        .toList();
  }

  /** The names of all of them. */
  static Stream<String> names() {
    return Stream.concat(Arrays.stream(Topic.values()).map(Topic::topicName), deadLetters());
  }

  static Stream<String> deadLetters() {
    return Service.all().stream()
        .flatMap(service ->
            service.consumed().stream()
                .map(Service.Consumed::topic)
                .distinct()
                .map(topic -> Topic.deadLetters(topic, service.name())));
  }

  private static String manifest(String name, int partitions, Map<String, String> settings) {
    return """
    apiVersion: kafka.strimzi.io/v1
    kind: KafkaTopic
    metadata:
      name: %s
      labels:
        strimzi.io/cluster: kafka
    spec:
      partitions: %d
      replicas: 3
      config:
    %s\
    """
        .formatted(name, partitions, config(settings));
  }

  private static String config(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(setting -> "    " + setting.getKey() + ": \"" + setting.getValue() + "\"\n")
            .collect(joining());
  }
}
