package io.stallcast.kubernetes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs at GitHub is what runs here. */
class WorkflowsTest {
  private static final Path FOLDER = Repository.file(".github/workflows");
  private static final Pattern PATH = Pattern.compile("(?:^|[ =])((?:deploy|\\.ci)/[\\w./-]+)");
  private static final Pattern PROFILE = Pattern.compile("-P([\\w-]+)");
  private static final Pattern ARGUMENT = Pattern.compile("--build-arg (\\w+)=");
  private static final Pattern DOCKERFILE = Pattern.compile("-f (\\S+\\.Dockerfile)");

  static Stream<Path> workflows() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aChangeIsVerifiedByTheScriptThatVerifiesItHere() {
    assertThat(commands(read(FOLDER.resolve("build.yaml")))).last().asString().endsWith(" .ci/run");
    assertThat(read(FOLDER.resolve("release.yaml")).at("/jobs/images/needs").toString())
        .contains("build");
  }

  @Test
  void nothingIsLeftOut() {
    String services = Service.all().stream().map(Service::name).collect(joining(" "));

    assertThat(matrix("native.yaml", "/jobs/executable/strategy/matrix/service"))
        .isEqualTo(services);
    assertThat(matrix("images.yaml", "/jobs/image/strategy/matrix/application"))
        .isEqualTo(services + " deploy/test-provider");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void whatACommandNamesIsThere(Path file) {
    String pom = Repository.text(Repository.file("pom.xml"));

    for (String command : commands(read(file)).toList()) {
      assertThat(found(PATH, command)).allMatch(path -> Files.exists(Repository.file(path)));
      assertThat(found(PROFILE, command)).allMatch(name -> pom.contains("<id>" + name + "</id>"));
      found(DOCKERFILE, command)
          .map(path -> Repository.text(Repository.file(path)))
          .forEach(dockerfile ->
              assertThat(found(ARGUMENT, command))
                  .contains("NAME", "REVISION")
                  .allMatch(name -> dockerfile.contains("\nARG " + name)));
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyJobMayDoLittleAndNotForLong(Path file) {
    JsonNode workflow = read(file);

    assertThat(workflow.path("permissions").isObject()).isTrue();
    assertThat(Manifest.elements(workflow.path("jobs")))
        .isNotEmpty()
        .allMatch(job -> job.has("uses") || job.path("timeout-minutes").asInt() > 0);
    assertThat(workflow.findValuesAsText("uses"))
        .allMatch(action -> action.startsWith("./") || action.matches("[\\w/-]+@v\\d+"));
  }

  @Test
  void whatIsKeptUpToDateIsThere() {
    JsonNode updates = read(Repository.file(".github/dependabot.yml")).path("updates");

    assertThat(Manifest.elements(updates).map(update -> update.path("directory").asText()))
        .contains("/", "/deploy/images", "/deploy/compose")
        .allMatch(folder -> Files.isDirectory(Repository.file(folder.substring(1))));
  }

  private static Stream<String> commands(JsonNode workflow) {
    return workflow.findValuesAsText("run").stream();
  }

  private static String matrix(String workflow, String place) {
    return Manifest.elements(read(FOLDER.resolve(workflow)).at(place))
        .map(JsonNode::asText)
        .collect(joining(" "));
  }

  private static Stream<String> found(Pattern pattern, String command) {
    return pattern.matcher(command).results().map((MatchResult found) -> found.group(1));
  }

  private static JsonNode read(Path file) {
    return Manifest.node(Repository.text(file));
  }
}
