package io.stallcast.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.Access;
import io.stallcast.platform.event.streaming.StreamEvent.Stream;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamChanged;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductPinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductUnpinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.event.streaming.StreamEvent.StreamScheduled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How streams are told of stays as it was first published. */
class StreamEventTest {
  private static final UUID STREAM_ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
  private static final UUID CREATOR_ID = UUID.fromString("01930000-0000-7000-8000-000000000002");
  private static final UUID PRODUCT_ID = UUID.fromString("01930000-0000-7000-8000-000000000003");
  private static final UUID USER_ID = UUID.fromString("01930000-0000-7000-8000-000000000004");

  private static final Stream STREAM =
      new Stream(
          STREAM_ID,
          3,
          CREATOR_ID,
          "Reactive evenings",
          "With questions.",
          "teaching",
          "https://example.org/evenings.jpg",
          "live",
          new Access("purchase", List.of(PRODUCT_ID)),
          PRODUCT_ID,
          Instant.parse("2026-11-01T09:00:00Z"),
          Instant.parse("2026-11-20T19:00:00Z"),
          Instant.parse("2026-11-20T19:01:30Z"),
          null);

  private static final String STREAM_JSON =
      """
      {"stream":{
        "id":"01930000-0000-7000-8000-000000000001",
        "version":3,
        "creatorId":"01930000-0000-7000-8000-000000000002",
        "title":"Reactive evenings",
        "description":"With questions.",
        "category":"teaching",
        "pictureUrl":"https://example.org/evenings.jpg",
        "status":"live",
        "access":{"policy":"purchase","productIds":["01930000-0000-7000-8000-000000000003"]},
        "pinnedProductId":"01930000-0000-7000-8000-000000000003",
        "createdAt":"2026-11-01T09:00:00Z",
        "scheduledFor":"2026-11-20T19:00:00Z",
        "startedAt":"2026-11-20T19:01:30Z",
        "endedAt":null}}
      """;

  private static final String REMINDER_JSON =
      """
      {"streamId":"01930000-0000-7000-8000-000000000001",
       "creatorId":"01930000-0000-7000-8000-000000000002",
       "title":"Reactive evenings",
       "scheduledFor":"2026-11-20T19:00:00Z",
       "userId":"01930000-0000-7000-8000-000000000004"}
      """;

  private final EventCodec codec = new EventCodec();
  private final ObjectMapper json = new ObjectMapper();

  static List<Arguments> published() {
    return List.of(
        Arguments.of("stream.scheduled", new StreamScheduled(STREAM), STREAM_JSON),
        Arguments.of("stream.changed", new StreamChanged(STREAM), STREAM_JSON),
        Arguments.of("stream.started", new StreamStarted(STREAM), STREAM_JSON),
        Arguments.of("stream.ended", new StreamEnded(STREAM), STREAM_JSON),
        Arguments.of("stream.cancelled", new StreamCancelled(STREAM), STREAM_JSON),
        Arguments.of("stream.product-pinned", new StreamProductPinned(STREAM), STREAM_JSON),
        Arguments.of("stream.product-unpinned", new StreamProductUnpinned(STREAM), STREAM_JSON),
        Arguments.of(
            "stream.reminder-due",
            new StreamReminderDue(
                STREAM_ID, CREATOR_ID, STREAM.title(), STREAM.scheduledFor(), USER_ID),
            REMINDER_JSON));
  }

  @ParameterizedTest
  @MethodSource("published")
  void isWrittenAsPublished(String type, StreamEvent event, String published)
      throws JsonProcessingException {
    assertThat(codec.type(event)).isEqualTo(type);
    assertThat(json.readTree(codec.encode(event))).isEqualTo(json.readTree(published));
  }

  @ParameterizedTest
  @MethodSource("published")
  void isReadAsPublished(String type, StreamEvent event, String published) {
    assertThat(codec.decode(StreamEvent.class, type, published)).isEqualTo(event);
  }

  @Test
  void isReadWithWhatWasAddedSince() {
    var newer = REMINDER_JSON.replaceFirst("\\{", "{\"addedLater\":true,");
    assertThat(codec.decode(StreamEvent.class, "stream.reminder-due", newer))
        .isInstanceOf(StreamReminderDue.class);
  }

  @Test
  void everyEventIsAmongThePublished() {
    assertThat(published())
        .extracting(arguments -> arguments.get()[1].getClass().getName())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StreamEvent.class.getPermittedSubclasses()).map(Class::getName).toList());
  }
}
