package io.stallcast.order.saga;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A timeline as JSON text. */
@Converter
class TimelineColumn implements AttributeConverter<Timeline, String> {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Override
  public String convertToDatabaseColumn(Timeline timeline) {
    try {
      return JSON.writeValueAsString(timeline);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a timeline is always JSON", e);
    }
  }

  @Override
  public Timeline convertToEntityAttribute(String column) {
    return read(column);
  }

  static Timeline read(String column) {
    try {
      return JSON.readValue(column, Timeline.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a timeline: " + e.getOriginalMessage(), e);
    }
  }
}
