package io.stallcast.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Events as Kafka records: CloudEvents in binary mode, data in JSON. Safe for use by several
 * threads.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding</a>
 */
@Singleton
public class EventCodec {
  private static final String SCHEMAS = "https://stallcast.io/schemas/";

  /** Apart from the one for HTTP, which refuses what it does not know. */
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** The one that was read last: the next record is most likely from there, too. */
  private volatile URI lastSource = URI.create("/");

  /** The CloudEvents type of an event. */
  public String type(Object event) {
    return EventTypes.of(event.getClass()).value();
  }

  /** The version of the schema of an event's data. */
  public int version(Object event) {
    return EventTypes.of(event.getClass()).version();
  }

  /** The record's value: JSON, or null for a tombstone. */
  public String encode(Object event) {
    return EventTypes.of(event.getClass()).tombstone() ? null : write(event);
  }

  /**
   * Data stored under its CloudEvents type, such as a row of an event store.
   *
   * @throws InvalidRecordException if {@code root} knows no such type, or the data does not fit
   */
  public <T> T decode(Class<T> root, String type, String data) {
    var record =
        EventTypes.find(root, type)
            .orElseThrow(() -> new InvalidRecordException("unknown event type " + type));
    return read(data == null ? "{}" : data, record);
  }

  /**
   * The event in a record.
   *
   * @return empty where {@code root} does not know the type
   * @throws InvalidRecordException if an attribute is missing or malformed, or the data does not
   *     fit the type
   */
  public <T> Optional<Envelope<T>> decode(ConsumerRecord<String, String> record, Class<T> root) {
    var type = required(record, "ce_type");
    return EventTypes.find(root, type).map(c -> envelope(record, type, c));
  }

  /** The attributes of an event as the headers of its record. {@code traceparent} may be null. */
  public Headers headers(
      UUID id,
      String type,
      int version,
      URI source,
      String subject,
      long sequence,
      Instant time,
      String traceparent) {
    var headers = new RecordHeaders();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id.toString());
    put(headers, "ce_type", type);
    put(headers, "ce_source", source.toString());
    put(headers, "ce_subject", subject);
    put(headers, "ce_sequence", Long.toString(sequence));
    put(headers, "ce_time", time.toString());
    put(headers, "ce_dataschema", SCHEMAS + type + "/" + version);
    put(headers, "content-type", "application/json");
    if (traceparent != null) {
      put(headers, "traceparent", traceparent);
    }
    return headers;
  }

  /** A header's text, or null where the record has none. */
  public static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private <T> Envelope<T> envelope(
      ConsumerRecord<String, String> record, String type, Class<? extends T> data) {
    try {
      return new Envelope<>(
          UUID.fromString(required(record, "ce_id")),
          type,
          source(required(record, "ce_source")),
          required(record, "ce_subject"),
          Long.parseLong(required(record, "ce_sequence")),
          Instant.parse(required(record, "ce_time")),
          header(record, "traceparent"),
          read(record.value() == null ? "{}" : record.value(), data));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new InvalidRecordException("malformed attribute: " + e.getMessage(), e);
    }
  }

  private URI source(String text) {
    var last = lastSource;
    if (last.toString().equals(text)) {
      return last;
    }
    var source = URI.create(text);
    lastSource = source;
    return source;
  }

  private static String required(ConsumerRecord<?, ?> record, String name) {
    var value = header(record, name);
    if (value == null) {
      throw new InvalidRecordException("missing header " + name);
    }
    return value;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + value.getClass().getName(), e);
    }
  }

  private <T> T read(String value, Class<T> type) {
    try {
      return json.readValue(value, type);
    } catch (JsonProcessingException e) {
      throw new InvalidRecordException(
          "data of " + EventTypes.of(type).value() + ": " + e.getOriginalMessage(), e);
    }
  }
}
