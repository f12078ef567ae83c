package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for people is so. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.file(""), 3)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().matches(".*/(node_modules|target|\\.stallcast)/.*"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(Path page) {
    Stream<Path> linked =
        LINK.matcher(Repository.text(page))
            .results()
            .map(link -> page.resolveSibling(link.group(1)).normalize());

    assertThat(linked).allMatch(Files::exists, "exists");
  }

  @Test
  void everySecretThatPodsNeedIsOnThePage() {
    String page = Repository.text(Repository.file("docs/deployment.md"));

    Stream<String> needed =
        Cluster.of(Cluster.PRODUCTION)
            .deployments()
            .flatMap(Manifest::containers)
            .flatMap(container -> Manifest.elements(container.path("env")))
            .map(variable -> variable.at("/valueFrom/secretKeyRef"))
            .filter(secret -> !secret.isMissingNode())
            .flatMap(
                secret -> Stream.of(secret.path("name").asText(), secret.path("key").asText()));

    assertThat(needed).isNotEmpty().allMatch(name -> page.contains("`" + name + "`"), "is named");
  }
}
