package io.stallcast.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document, as it was made of the code; {@code target/asyncapi} has it, too.
 *
 * @param name of its file, without the ending
 */
record Document(String name, ObjectNode built) {
  private static final List<Document> ALL = build();

  static List<Document> all() {
    return ALL;
  }

  static Document catalogue() {
    return ALL.getFirst();
  }

  String text() {
    return AsyncApi.write(built);
  }

  String releasedText() throws IOException {
    return Files.readString(Repository.released(name));
  }

  JsonNode released() {
    return AsyncApi.read(Repository.released(name));
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Document> build() {
    Javadocs docs = new Javadocs();
    var events = new Document(EventCatalogue.NAME, EventCatalogue.build(docs));
    var sockets =
        Code.socketServices().stream()
            .map(service -> new Document(service, SocketProtocol.build(service, docs)));
    return Stream.concat(Stream.of(events), sockets).map(Document::kept).toList();
  }

  private Document kept() {
    Path file = Repository.built(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text());
      return new Document(name, AsyncApi.read(file)); // as readers see it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
