package io.stallcast.kubernetes;

import static java.util.stream.Collectors.joining;

import io.stallcast.platform.event.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the Compose file needs of the code: topics and databases. */
final class Compose {
  private Compose() {}

  /** Makes every topic at the broker that it is told, and leaves those alone that are there. */
  static String topics() {
    return """
    set -e
    topic() {
      name=$1 partitions=$2
      shift 2
      for setting in "$@"; do set -- "$@" --config "$setting"; shift; done
      /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$broker" --create --if-not-exists \\
        --topic "$name" --partitions "$partitions" --replication-factor 1 "$@"
    }
    broker=$1
    """
        + Stream.concat(
                Arrays.stream(Topic.values())
                    .map(topic ->
                        topic(topic.topicName(), topic.partitions(), topic.configuration())),
                Topics.deadLetters().map(name -> topic(name, 1, Topics.KEPT)))
            .collect(joining());
  }

  private static String topic(String name, int partitions, Map<String, String> settings) {
    return "topic %s %d %s\n"
        .formatted(
            name,
            partitions,
            new TreeMap<>(settings)
                .entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(joining(" ")));
  }

  /** A role for each service, and the database that it owns. */
  static String databases() {
    return Service.all().stream()
        .flatMap(service -> service.database().stream())
        .map(name ->
            """
            create role %1$s login password '%1$s';
            create database %1$s owner %1$s;
            """
                .formatted(name))
        .collect(joining());
  }
}
