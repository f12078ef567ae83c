package io.stallcast.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What was promised in {@code docs/api} is what the services were built to do. */
class ReleasedApiTest {

  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void clientsOfTheReleasedDocumentAreServed(ServiceDocument service) throws IOException {
    ChangedOpenApi change = OpenApiCompare.fromContents(service.released(), service.built());

    assertThat(change.isCompatible())
        .as(
            "%s breaks its clients. Keep what was promised and add what is new beside it; where"
                + " nobody can rely on it yet, docs/api/update releases it as it is.%n%s",
            service, rendered(change))
        .isTrue();
  }

  /** What a comparison of rules lets go: a property that was never said to be there always. */
  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void everyPropertyOfTheReleasedDocumentIsKept(ServiceDocument service) throws IOException {
    assertThat(properties(service.built()))
        .as("%s breaks its clients: they may read or write what is gone.", service)
        .containsAll(properties(service.released()));
  }

  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void releasedDocumentTellsAll(ServiceDocument service) throws IOException {
    assertThat(service.built())
        .as("%s does not do what docs/api says, or more: docs/api/update writes it down.", service)
        .isEqualTo(service.released());
  }

  private static Set<String> properties(String document) throws IOException {
    Set<String> properties = new TreeSet<>();
    new YAMLMapper()
        .readTree(document)
        .at("/components/schemas")
        .properties()
        .forEach(schema ->
            schema
                .getValue()
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> properties.add(schema.getKey() + "." + name)));
    return properties;
  }

  private static String rendered(ChangedOpenApi change) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = new OutputStreamWriter(out, UTF_8)) {
      new ConsoleRender().render(change, writer);
    }
    return out.toString(UTF_8);
  }
}
