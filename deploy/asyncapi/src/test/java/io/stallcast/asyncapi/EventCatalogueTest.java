package io.stallcast.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventCatalogueTest {
  private final JsonNode catalogue = Document.catalogue().built();

  @Test
  void everyEventHasATopic() {
    assertThat(Code.eventRoots())
        .isNotEmpty()
        .allMatch(root -> root.isAnnotationPresent(OnTopic.class), "has @OnTopic");
  }

  @ParameterizedTest
  @EnumSource
  void somethingTravelsOnEveryTopic(Topic topic) {
    assertThat(catalogue.at("/channels/" + topic.topicName() + "/messages")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void publishersMakeWhatTheyPublish(Topic topic) {
    for (Class<?> root : Code.eventRoots(topic)) {
      assertThat(Code.publishers(root))
          .allMatch(service -> Code.records(root).anyMatch(r -> Code.makes(service, r)));
    }
  }
}
