package io.stallcast.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.platform.event.order.Correlation;
import io.stallcast.platform.event.order.OrderLine;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A value that the database keeps as JSON text and never looks into. */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TypeReference<T> type;

  JsonColumn(TypeReference<T> type) {
    this.type = type;
  }

  @Override
  public String convertToDatabaseColumn(T value) {
    try {
      return value == null ? null : JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public T convertToEntityAttribute(String text) {
    try {
      return text == null ? null : JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The lines that a payment pays for. */
  @Converter
  static class Lines extends JsonColumn<List<OrderLine>> {
    Lines() {
      super(new TypeReference<>() {});
    }
  }

  /** The saga's question. */
  @Converter
  static class Question extends JsonColumn<Correlation> {
    Question() {
      super(new TypeReference<>() {});
    }
  }
}
