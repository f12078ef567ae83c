package io.stallcast.kubernetes;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that a service reads: of each property that its properties files name
 * or refer to, that a {@code @ConfigMapping} of ours has, or that a configuration of Quarkus has,
 * the one that MicroProfile Config gives it.
 */
final class KnownSettings {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:}]+)");
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stallcast");
  private static final Set<String> OF_QUARKUS = ofQuarkus();

  /** What the JVM reads, before any of our code. */
  private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");

  private final Set<String> exact = new HashSet<>();
  private final Set<Pattern> patterns = new HashSet<>();

  KnownSettings(Service service) {
    add(OF_QUARKUS.stream());
    add(named(service.settings()));
    service.modules().forEach(module -> add(named(Service.defaults(module))));
    OURS.stream()
        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
        .filter(type -> isOf(service, type))
        .forEach(type -> add(properties(type.reflect())));
    exact.addAll(OF_THE_JVM);
  }

  /** Whether somebody reads this environment variable. */
  boolean reads(String variable) {
    return exact.contains(variable)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(variable).matches());
  }

  private void add(Stream<String> properties) {
    properties.forEach(property -> {
      String variable = property.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
      if (variable.contains("*")) {
        patterns.add(Pattern.compile(variable.replace("*", "[A-Z0-9_]+")));
      } else {
        exact.add(variable);
      }
    });
  }

  private static Stream<String> named(Properties properties) {
    return Stream.concat(
        properties.stringPropertyNames().stream(),
        properties.values().stream()
            .flatMap(value -> REFERENCE.matcher(value.toString()).results())
            .map(reference -> reference.group(1)));
  }

  /** Our packages are {@code io.stallcast.order} of order-service, and platform's of all. */
  private static boolean isOf(Service service, JavaClass type) {
    String part = type.getPackageName().split("\\.")[2];
    return part.equals("platform") || service.name().replace("-service", "").equals(part);
  }

  private static Stream<String> properties(Class<?> mapping) {
    return ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream();
  }

  private static Set<String> ofQuarkus() {
    try {
      var lists =
          Collections.list(
              KnownSettings.class
                  .getClassLoader()
                  .getResources("META-INF/quarkus-config-roots.list"));
      return lists.stream()
          .flatMap(KnownSettings::lines)
          .map(KnownSettings::load)
          .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
          .flatMap(KnownSettings::properties)
          .collect(toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(URL list) {
    try (var content = list.openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, KnownSettings.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
