package io.stallcast.asyncapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The working tree that this is built in. */
final class Repository {
  private static final Path ROOT =
      Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
          .filter(folder -> Files.exists(folder.resolve("mvnw")))
          .findFirst()
          .orElseThrow();
  private static final List<Path> MODULES = modules();

  private Repository() {}

  static Path released(String document) {
    return ROOT.resolve("docs/asyncapi/" + document + ".yaml");
  }

  static Path built(String document) {
    return ROOT.resolve("deploy/asyncapi/target/asyncapi/" + document + ".yaml");
  }

  /** Events of a topic that were once written, one a line. */
  static Path samples(String topic) {
    return ROOT.resolve("docs/asyncapi/samples/" + topic + ".jsonl");
  }

  static Path builtSamples(String topic) {
    return ROOT.resolve("deploy/asyncapi/target/asyncapi/samples/" + topic + ".jsonl");
  }

  /** The source of a class that is none of another's; empty where it is not ours. */
  static Optional<Path> source(Class<?> type) {
    String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
    return MODULES.stream().map(module -> module.resolve(file)).filter(Files::exists).findFirst();
  }

  private static List<Path> modules() {
    try (Stream<Path> folders = Files.walk(ROOT, 2)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
