package io.stallcast.kubernetes;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.platform.event.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about what services stand on, and how many of them there are. */
final class Infrastructure {
  /** Of the operator, of backups, and of people. */
  private static final int OTHER_CONNECTIONS = 50;

  private Infrastructure() {}

  static Stream<String> topics(Cluster cluster) {
    Set<String> listed = Topics.names().collect(toSet());
    Set<String> there = cluster.all("KafkaTopic").map(Manifest::name).collect(toSet());
    return Stream.of(
            listed.stream()
                .filter(topic -> !there.contains(topic))
                .map(topic -> topic + " has no KafkaTopic"),
            there.stream()
                .filter(topic -> !listed.contains(topic))
                .map(topic -> topic + " is not in the catalogue"),
            Arrays.stream(Topic.values())
                .flatMap(topic ->
                    cluster.find("KafkaTopic", topic.topicName()).stream()
                        .filter(manifest -> !isAsListed(manifest, topic))
                        .map(manifest -> manifest + " is not as the catalogue says")))
        .flatMap(objections -> objections);
  }

  private static boolean isAsListed(Manifest manifest, Topic topic) {
    return manifest.at("/spec/partitions").asInt() == topic.partitions()
        && texts(manifest.at("/spec/config")).equals(topic.configuration());
  }

  private static Map<String, String> texts(JsonNode config) {
    return config.properties().stream()
        .collect(toMap(Map.Entry::getKey, setting -> setting.getValue().asText()));
  }

  static Stream<String> databases(Cluster cluster) {
    JsonNode roles = cluster.find("Cluster", "postgres").orElseThrow().at("/spec/managed/roles");
    return withDatabase()
        .flatMap(service -> {
          String name = service.database().orElseThrow();
          boolean made =
              cluster
                  .all("Database")
                  .map(database -> database.at("/spec"))
                  .anyMatch(spec ->
                      spec.path("name").asText().equals(name)
                          && spec.path("owner").asText().equals(name));
          boolean owned =
              Manifest.elements(roles)
                  .anyMatch(role ->
                      role.path("name").asText().equals(name)
                          && role.at("/passwordSecret/name")
                              .asText()
                              .equals(service + "-database"));
          return made && owned ? Stream.empty() : Stream.of(service + " has no " + name);
        });
  }

  static Stream<String> connections(Cluster cluster) {
    int offered =
        cluster
            .find("Cluster", "postgres")
            .orElseThrow()
            .at("/spec/postgresql/parameters/max_connections")
            .asInt();
    int needed =
        OTHER_CONNECTIONS
            + withDatabase()
                .mapToInt(service -> (1 + most(cluster, service)) * connections(service))
                .sum();
    return needed <= offered
        ? Stream.empty()
        : Stream.of("pods open up to %d, and it takes %d".formatted(needed, offered));
  }

  /** Of one pod; one pod more than there are starts while another stops. */
  private static int connections(Service service) {
    return Stream.of(
            "stallcast.database.pool-size",
            "quarkus.datasource.outbox.reactive.max-size",
            "quarkus.datasource.jdbc.max-size")
        .map(service::setting)
        .mapToInt(size -> Integer.parseInt(size.replaceAll("\\$\\{.*:|}", "")))
        .sum();
  }

  private static int most(Cluster cluster, Service service) {
    return scalers(cluster, service)
        .mapToInt(scaler ->
            scaler.at("/spec/maxReplicas").asInt(scaler.at("/spec/maxReplicaCount").asInt()))
        .max()
        .orElse(1);
  }

  static Stream<String> backup(Cluster cluster) {
    if (!cluster.isProduction()) {
      return Stream.empty();
    }
    JsonNode archiver = cluster.find("Cluster", "postgres").orElseThrow().at("/spec/plugins/0");
    boolean archived =
        archiver.path("isWALArchiver").asBoolean()
            && cluster
                .find("ObjectStore", archiver.at("/parameters/barmanObjectName").asText())
                .isPresent();
    boolean copied =
        cluster
            .all("ScheduledBackup")
            .anyMatch(backup -> backup.at("/spec/cluster/name").asText().equals("postgres"));
    return archived && copied ? Stream.empty() : Stream.of("what is lost is lost");
  }

  static Stream<String> scaled(Cluster cluster) {
    return Service.all().stream()
        .flatMap(service -> {
          List<Manifest> scalers = scalers(cluster, service).toList();
          Stream<String> number =
              scalers.size() == (cluster.isProduction() ? 1 : 0)
                  ? Stream.empty()
                  : Stream.of("%s is scaled by %s".formatted(service, scalers));
          Stream<String> few =
              scalers.stream()
                  .filter(scaler -> fewest(scaler) < 2)
                  .map(scaler -> scaler + " leaves one pod alone");
          Stream<String> fixed =
              Stream.of(cluster.deployment(service.name()))
                  .filter(pod -> pod.at("/spec").has("replicas"))
                  .map(pod -> pod + " says itself how many there are");
          return Stream.of(number, few, fixed).flatMap(objections -> objections);
        });
  }

  private static Stream<Manifest> scalers(Cluster cluster, Service service) {
    return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
        .flatMap(cluster::all)
        .filter(scaler -> scaler.at("/spec/scaleTargetRef/name").asText().equals(service.name()));
  }

  private static int fewest(Manifest scaler) {
    return scaler.at("/spec/minReplicas").asInt(scaler.at("/spec/minReplicaCount").asInt());
  }

  static Stream<String> disruption(Cluster cluster) {
    return cluster
        .services()
        .filter(pod -> cluster.isProduction())
        .filter(pod ->
            cluster
                .all("PodDisruptionBudget")
                .filter(budget -> budget.at("/spec/maxUnavailable").asInt() > 0)
                .noneMatch(budget ->
                    Cluster.isAmong(
                        budget.at("/spec/selector/matchLabels"), Cluster.podLabels(pod))))
        .map(pod -> pod + " may be away altogether, or holds its node");
  }

  private static Stream<Service> withDatabase() {
    return Service.all().stream().filter(service -> service.database().isPresent());
  }
}
