package io.stallcast.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What the stack writes for an application and reads of it. */
final class ApplicationFolder {
  private ApplicationFolder() {}

  /**
   * Writes a pod's properties where Quarkus looks for them: {@code config/application.properties}
   * in the folder that it runs in.
   */
  static Path configure(Pod pod, Sites sites, Map<String, String> overrides) {
    Path folder = sites.folder(pod.name());
    String properties =
        pod.properties(sites).entrySet().stream()
            .map(setting -> line(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    String more =
        overrides.entrySet().stream()
            .map(setting -> line(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    try {
      Path config = Files.createDirectories(folder.resolve("config"));
      Files.writeString(config.resolve("application.properties"), properties + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** The topics that an application says it consumes. */
  static List<String> consumedTopics(Path root, Application application) {
    Path file =
        root.resolve(application.folder()).resolve("src/main/resources/application.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (InputStream content = Files.newInputStream(file)) {
        properties.load(content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties.stringPropertyNames().stream()
        .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
        .map(properties::getProperty)
        .distinct()
        .sorted()
        .toList();
  }

  private static String line(String property, String value) {
    return property + "=" + value.replace("\\", "\\\\") + "\n";
  }
}
