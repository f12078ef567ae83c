package io.stallcast.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** The working tree that this is built in. */
final class Repository {
  private static final Path ROOT =
      Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
          .filter(folder -> Files.exists(folder.resolve("mvnw")))
          .findFirst()
          .orElseThrow();

  private Repository() {}

  static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** What was written down for those who run it, below {@code deploy}. */
  static Path released(String path) {
    return file("deploy/" + path);
  }

  /** The same as this build made it. */
  static Path built(String path) {
    return file("deploy/kubernetes/target/released/" + path);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where there is no such file. */
  static Properties properties(Path file) {
    Properties properties = new Properties();
    if (!Files.exists(file)) {
      return properties;
    }
    try (InputStream content = Files.newInputStream(file)) {
      properties.load(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
