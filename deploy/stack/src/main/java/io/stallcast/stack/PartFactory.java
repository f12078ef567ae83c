package io.stallcast.stack;

import io.stallcast.platform.event.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the parts of a stack out of its settings; none of them runs yet. */
final class PartFactory {
  private static final int BROKER_HEAP = 192;

  private final StackSettings settings;
  private final DataFolder data;
  private final Sites sites;

  PartFactory(StackSettings settings, DataFolder data, Sites sites) {
    this.settings = settings;
    this.data = data;
    this.sites = sites;
  }

  Part database() {
    return new DatabasePart(data, sites.port(Topology.DATABASE), databaseConnections());
  }

  Part broker() {
    Path folder = sites.folder(Topology.BROKER);
    Path home = settings.root().resolve("deploy/stack");
    Path jar = home.resolve("target/stack.jar");
    List<String> arguments = new ArrayList<>(settings.jvm());
    arguments.addAll(ClassArchive.of(home, jar).options(settings.jvm()));
    // applications say so in their manifests: as an option it costs the JDK's archive of modules
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.addAll(List.of("-cp", jar.toString()));
    arguments.add(Broker.class.getName());
    arguments.add("" + sites.port(Topology.BROKER));
    arguments.add(folder.toString());
    arguments.addAll(deadLetters());
    return new JavaPart(
        Topology.BROKER,
        JavaPart.java(BROKER_HEAP, arguments),
        folder,
        data.log(Topology.BROKER),
        Readiness.file(folder.resolve(Broker.READY)));
  }

  /**
   * All pods but those of what is left out; these have their configuration written all the same.
   */
  List<Part> applications() {
    List<Part> parts = new ArrayList<>();
    for (Application application : Topology.applications()) {
      for (Pod pod : settings.replicas().pods(application)) {
        Path folder = ApplicationFolder.configure(pod, sites, settings.overrides());
        if (!settings.without().contains(application.name())) {
          parts.add(pod(pod, folder));
        }
      }
    }
    return parts;
  }

  /** The addresses of services that have several pods. */
  List<Balancer> balancers() {
    return Topology.applications().stream()
        .map(Application::name)
        .filter(settings.replicas()::areSeveral)
        .map(this::balancer)
        .toList();
  }

  private Balancer balancer(String application) {
    return Balancer.start(
        sites.port(Topology.balancer(application)),
        settings.replicas().names(application).map(sites::port).toList(),
        port -> Readiness.probe(Sites.url(port)).isReached(0));
  }

  /** At least what any tool may need beside the pods. */
  private int databaseConnections() {
    long pods =
        Topology.applications().stream()
            .filter(application -> application.database().isPresent())
            .mapToInt(application -> settings.replicas().of(application.name()))
            .sum();
    return (int) Math.max(200, pods * Pod.DATABASE_CONNECTIONS + 20);
  }

  private Part pod(Pod pod, Path folder) {
    Application application = pod.application();
    Path home = settings.root().resolve(application.folder());
    Path jar = JavaPart.jarOf(settings.root(), application);
    List<String> arguments = new ArrayList<>(settings.jvm());
    arguments.addAll(ClassArchive.of(home, jar).options(settings.jvm()));
    arguments.addAll(List.of("-jar", jar.toString()));
    return new JavaPart(
        pod.name(),
        JavaPart.java(application.heap(), arguments),
        folder,
        data.log(pod.name()),
        Readiness.probe(Sites.url(sites.port(pod.probed()))));
  }

  private List<String> deadLetters() {
    return Topology.applications().stream().flatMap(this::deadLettersOf).toList();
  }

  private Stream<String> deadLettersOf(Application application) {
    return ApplicationFolder.consumedTopics(settings.root(), application).stream()
        .map(topic -> Topic.deadLetters(topic, application.name()));
  }
}
