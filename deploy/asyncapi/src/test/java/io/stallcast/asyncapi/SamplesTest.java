package io.stallcast.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.OnTopic;
import jakarta.annotation.Nullable;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of each record is what its schema says, with all in it and with the least. */
class SamplesTest {
  private static final Sample FULL = new Sample(component -> false);
  private static final Sample LEAST = new Sample(SamplesTest::isNullable);
  private static final AsyncDocument CATALOGUE = AsyncDocument.of(Document.catalogue().built());

  private final EventCodec codec = new EventCodec();
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  static Stream<Class<?>> events() {
    return Code.eventRoots().stream().flatMap(Code::records);
  }

  static Stream<Document> sockets() {
    return Document.all().stream().skip(1);
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventFitsItsSchema(Class<?> record) throws JsonProcessingException {
    for (Sample sample : List.of(FULL, LEAST)) {
      Object event = sample.of(record);
      String data = codec.encode(event);
      String topic = record.getInterfaces()[0].getAnnotation(OnTopic.class).value().topicName();

      assertThat(CATALOGUE.objections(topic, codec.type(event), "payload", read(data))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void framesFitTheirSchemas(Document document) {
    AsyncDocument protocol = AsyncDocument.of(document.built());
    String channel = document.built().path("channels").fieldNames().next();
    for (Class<?> frame : Code.serverFrames(document.name())) {
      String message = "server." + type(frame);

      assertThat(protocol.objections(channel, message, "payload", written(FULL, frame))).isEmpty();
      assertThat(protocol.objections(channel, message, "payload", written(LEAST, frame))).isEmpty();
    }
    for (Class<?> frame : Code.clientFrames(Code.endpoint(document.name()))) {
      String message = "client." + type(frame);

      assertThat(protocol.objections(channel, message, "payload", written(FULL, frame))).isEmpty();
    }
  }

  private JsonNode written(Sample sample, Class<?> frame) {
    return json.valueToTree(sample.of(frame));
  }

  private static String type(Class<?> frame) {
    return frame.getAnnotation(JsonTypeName.class).value();
  }

  private JsonNode read(String data) throws JsonProcessingException {
    return data == null ? json.nullNode() : json.readTree(data);
  }

  private static boolean isNullable(RecordComponent component) {
    return component.isAnnotationPresent(Nullable.class);
  }
}
