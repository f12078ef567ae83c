package io.stallcast.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker, its own controller, inside this JVM.
 *
 * <p>{@code EmbeddedBroker.configure().start()} is a temporary one on a free port; {@code
 * .in(folder).port(19092)} makes it a lasting one. It creates no topics by itself.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** Always the same: a folder written under one id is refused under another. */
  private static final String CLUSTER_ID = "MkU3OEVBNTcwNTJENDM2Qg";

  private final int port;
  private final Folder folder;
  private final KafkaRaftServer server;

  private EmbeddedBroker(int port, Folder folder, KafkaRaftServer server) {
    this.port = port;
    this.folder = folder;
    this.server = server;
  }

  /** A temporary broker on free ports, until said otherwise. */
  public static Configuration configure() {
    return new Configuration();
  }

  /** {@code host:port}, for {@code bootstrap.servers}. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /**
   * Creates those of {@code topics} that are absent, and leaves the others as they are. Returns
   * when records may be sent to all of them.
   */
  public void createTopics(Collection<TopicSpec> topics) {
    createTopics(address(), topics);
  }

  /** As {@link #createTopics(Collection)}, on the broker at {@code address}. */
  public static void createTopics(String address, Collection<TopicSpec> topics) {
    Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address);
    try (Admin admin = Admin.create(settings)) {
      var wanted = topics.stream().map(EmbeddedBroker::newTopic).toList();
      admin.createTopics(wanted).values().values().forEach(EmbeddedBroker::await);
      List<String> names = topics.stream().map(TopicSpec::name).toList();
      while (!areKnown(admin, names)) {
        pause();
      }
    }
  }

  /** The controller answers before the broker has heard of what it created. */
  private static boolean areKnown(Admin admin, Collection<String> names) {
    try {
      return admin.describeTopics(names).allTopicNames().get().values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(partition -> partition.leader() != null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new IllegalStateException("Cannot read the topics", e.getCause());
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the broker; what was acknowledged is kept unless it is a temporary one. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    folder.discard();
  }

  private static NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.configuration());
  }

  private static void await(KafkaFuture<Void> creation) {
    try {
      creation.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Cannot create a topic", e.getCause());
      }
    }
  }

  /** What the broker is to be like. */
  public static final class Configuration {
    private final Properties options = new Properties();
    private Folder folder;
    private int port;

    private Configuration() {
      options.putAll(SMALL);
    }

    /** Keeps the data in {@code path}, from one start to the next. */
    public Configuration in(Path path) {
      folder = Folder.persistent(path);
      return this;
    }

    /** The port to listen on; 0 for a free one. */
    public Configuration port(int wanted) {
      port = wanted;
      return this;
    }

    /** A setting of the broker, as in {@code server.properties}. */
    public Configuration option(String name, String value) {
      options.put(name, value);
      return this;
    }

    /** Starts the broker and returns when it serves. */
    public EmbeddedBroker start() {
      Folder place = folder == null ? Folder.temporary("stallcast-broker-") : folder;
      int chosen = Ports.orFree(port);
      Properties properties = properties(place.path().resolve("logs"), chosen, Ports.free());
      format(place.path().resolve("server.properties"), properties);
      var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(chosen, place, server);
    }

    private Properties properties(Path logs, int chosen, int controllerPort) {
      String listener = "PLAINTEXT://127.0.0.1:" + chosen;
      Properties properties = new Properties();
      properties.putAll(options);
      properties.put("log.dirs", logs.toString());
      properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
      properties.put("listeners", listener + ",CONTROLLER://127.0.0.1:" + controllerPort);
      properties.put("advertised.listeners", listener);
      return properties;
    }

    private static void format(Path file, Properties properties) {
      try {
        try (var writer = Files.newBufferedWriter(file)) {
          properties.store(writer, null);
        }
        var silence =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] format = {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()};
        StorageTool.execute(format, silence);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** One node, few threads, small buffers: a broker for one machine. */
    private static final Map<String, String> SMALL =
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // one that was killed is let in again when its earlier self is given up
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"));
  }
}
