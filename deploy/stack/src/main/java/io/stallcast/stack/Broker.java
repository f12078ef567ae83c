package io.stallcast.stack;

import io.stallcast.platform.embedded.EmbeddedBroker;
import io.stallcast.platform.embedded.TopicSpec;
import io.stallcast.platform.event.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The broker's process: {@code <port> <folder> <topic of dead letters>...}. */
final class Broker {
  static final String READY = "ready";

  private Broker() {}

  public static void main(String[] arguments) throws IOException {
    Quiet.logs();
    Path folder = Path.of(arguments[1]);
    var broker = EmbeddedBroker.configure().in(folder).port(Integer.parseInt(arguments[0])).start();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    broker.createTopics(topics(Arrays.asList(arguments).subList(2, arguments.length)));
    announce(folder);
  }

  private static List<TopicSpec> topics(List<String> deadLetters) {
    return Stream.concat(
            Arrays.stream(Topic.values())
                .map(t -> new TopicSpec(t.topicName(), t.partitions(), t.configuration())),
            deadLetters.stream().map(name -> new TopicSpec(name, 1, Map.of("retention.ms", "-1"))))
        .toList();
  }

  private static void announce(Path folder) throws IOException {
    Path draft = folder.resolve(READY + ".draft");
    Files.writeString(draft, "" + ProcessHandle.current().pid());
    Files.move(draft, folder.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
  }
}
