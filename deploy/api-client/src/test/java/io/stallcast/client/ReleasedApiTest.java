package io.stallcast.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
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

  @ParameterizedTest
  @MethodSource("io.stallcast.client.ServiceDocument#all")
  void releasedDocumentTellsAll(ServiceDocument service) throws IOException {
    assertThat(service.built())
        .as("%s does not do what docs/api says, or more: docs/api/update writes it down.", service)
        .isEqualTo(service.released());
  }

  private static String rendered(ChangedOpenApi change) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = new OutputStreamWriter(out, UTF_8)) {
      new ConsoleRender().render(change, writer);
    }
    return out.toString(UTF_8);
  }
}
