package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What clusters are told is what the services' code says now. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasedManifestsTest {
  private final Map<String, String> made = make();

  Iterable<String> paths() {
    return made.keySet();
  }

  @Test
  void isMadeOfTheCode() throws IOException {
    for (Map.Entry<String, String> file : made.entrySet()) {
      Path built = Repository.built(file.getKey());
      Files.createDirectories(built.getParent());
      Files.writeString(built, file.getValue());
    }
    assertThat(made.values()).hasSizeGreaterThan(8).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void isReleasedAsItIsMade(String path) {
    assertThat(Repository.text(Repository.released(path)))
        .as(
            "The code says something else than deploy/%s: deploy/kubernetes/update"
                + " writes it down.",
            path)
        .isEqualTo(made.get(path));
  }

  private static Map<String, String> make() {
    Map<String, String> made = new LinkedHashMap<>();
    Service.all()
        .forEach(service ->
            made.put(
                "kubernetes/base/services/" + service + ".yaml",
                Manifest.sorted(Repository.file(service + "/target/kubernetes/kubernetes.yml"))));
    for (Derived derived : Derived.values()) {
      made.put(derived.path(), derived.text());
    }
    return made;
  }
}
