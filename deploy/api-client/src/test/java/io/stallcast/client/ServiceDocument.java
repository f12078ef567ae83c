package io.stallcast.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a service says of itself: as it was released, and as it was built. */
record ServiceDocument(String service) {

  static Stream<ServiceDocument> all() {
    return Stream.of(
            "auth-service",
            "catalog-service",
            "order-service",
            "payment-service",
            "streaming-service",
            "chat-service",
            "notification-service")
        .map(ServiceDocument::new);
  }

  String released() throws IOException {
    return Files.readString(root().resolve("docs/api/" + service + ".yaml"));
  }

  String built() throws IOException {
    return Files.readString(root().resolve(service + "/target/openapi/openapi.yaml"));
  }

  String builtJson() throws IOException {
    return Files.readString(root().resolve(service + "/target/openapi/openapi.json"));
  }

  @Override
  public String toString() {
    return service;
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow();
  }
}
