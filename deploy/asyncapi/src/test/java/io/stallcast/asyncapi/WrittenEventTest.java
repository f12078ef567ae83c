package io.stallcast.asyncapi;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.event.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Old consumers read new events, new consumers old ones. */
class WrittenEventTest {
  private static final AsyncDocument RELEASED =
      AsyncDocument.tolerant(Document.catalogue().released());

  static Stream<Topic> topics() {
    return WrittenEvent.topics();
  }

  static Stream<Arguments> kept() {
    return topics()
        .flatMap(
            topic -> WrittenEvent.kept(topic).stream().map(event -> Arguments.of(topic, event)));
  }

  static Stream<Arguments> writtenNow() {
    return topics()
        .flatMap(topic ->
            WrittenEvent.writtenNow(topic).stream().map(event -> Arguments.of(topic, event)));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatWasOnceWrittenIsReadWithNothingLost(Topic topic, WrittenEvent event) {
    assertThat(event.readAndWritten(topic).tells(event)).as("what is left of it").isTrue();
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatAPublisherOfTheFutureAddsIsPassedOver(Topic topic, WrittenEvent event) {
    assertThat(event.withMore().readAndWritten(topic)).isEqualTo(event.readAndWritten(topic));
  }

  /** A consumer of the release takes what its schema says, and lets pass what it does not name. */
  @ParameterizedTest
  @MethodSource("writtenNow")
  void whatIsWrittenNowIsReadByConsumersOfTheRelease(Topic topic, WrittenEvent event) {
    if (RELEASED.has(topic.topicName(), event.type())) {
      assertThat(RELEASED.objections(topic.topicName(), event.type(), "payload", event.data()))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void isMadeOfTheCode(Topic topic) throws IOException {
    Path made = Repository.builtSamples(topic.topicName());
    Files.createDirectories(made.getParent());

    Files.writeString(made, toKeep(topic));

    assertThat(made).isNotEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void someOfEachVersionAreKept(Topic topic) {
    assertThat(Repository.samples(topic.topicName()))
        .as("There are new events on %s: docs/asyncapi/update keeps some of them.", topic)
        .hasContent(toKeep(topic));
  }

  private static String toKeep(Topic topic) {
    return WrittenEvent.toKeep(topic).stream().map(WrittenEvent::line).collect(joining());
  }
}
