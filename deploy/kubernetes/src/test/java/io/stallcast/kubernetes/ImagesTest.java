package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two Dockerfiles fit what the build leaves, and what pods are told of their images. */
class ImagesTest {
  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)( AS (\\w+))?$");
  private static final Pattern COPIED =
      Pattern.compile("(?m)^COPY (?!--from)(--\\S+ )*(\\S+) \\S+$");

  static Stream<Service> services() {
    return Service.all().stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void isBuiltOnAVersionAndRunsAsWhoPodsRunAs(String kind) {
    String file = dockerfile(kind);
    List<String> stages = FROM.matcher(file).results().map(from -> from.group(3)).toList();

    assertThat(FROM.matcher(file).results().map(from -> from.group(1)))
        .isNotEmpty()
        .allMatch(image -> stages.contains(image) || image.matches(".+:(?!latest$)[\\w.-]+"));
    assertThat(Cluster.of(Cluster.PRODUCTION).services())
        .extracting(pod -> pod.at("/spec/template/spec/securityContext/runAsUser").asText())
        .allMatch(user -> file.contains("\nUSER " + user + ":"), "is the image's");
    assertThat(file).contains("org.opencontainers.image.revision=\"${REVISION}\"");
  }

  @ParameterizedTest
  @MethodSource("services")
  void theBuildLeavesWhatIsCopied(Service service) {
    Path built = Repository.file(service + "/target");

    assertThat(COPIED.matcher(dockerfile("jvm")).results().map(copied -> copied.group(2)))
        .hasSizeGreaterThan(4)
        .allMatch(path -> Files.exists(built.resolve(path)), "is in " + built);
  }

  @Test
  void aNativeImageHoldsTheExecutableAndItsBillOfMaterials() {
    assertThat(COPIED.matcher(dockerfile("native")).results().map(copied -> copied.group(2)))
        .containsExactly("sbom.json", "*-runner");
  }

  /** As CycloneDX has it: with what is ours, what is Quarkus', and a hash of each. */
  @ParameterizedTest
  @MethodSource("services")
  void theBillOfMaterialsNamesAllThatIsInside(Service service) {
    JsonNode bill = Manifest.node(Repository.text(Repository.file(service + "/target/sbom.json")));

    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.at("/metadata/component/name").asText()).isEqualTo(service.name());
    assertThat(Manifest.elements(bill.path("components")).map(part -> part.path("purl").asText()))
        .hasSizeGreaterThan(100)
        .anyMatch(purl -> purl.startsWith("pkg:maven/io.stallcast/platform-web@"))
        .anyMatch(purl -> purl.startsWith("pkg:maven/io.quarkus/quarkus-rest@"));
  }

  private static String dockerfile(String kind) {
    return Repository.text(Repository.released("images/" + kind + ".Dockerfile"));
  }
}
