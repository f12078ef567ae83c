package io.stallcast.platform.event;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event as it travels: the CloudEvents attributes and the data.
 *
 * @param id identity of the event, UUIDv7; a redelivery has the same one
 * @param type what happened, see {@link EventType}
 * @param source who says so, such as {@code /order-service}
 * @param subject id of the aggregate, and the Kafka key
 * @param sequence version of the aggregate after the event; 0 where the aggregate has none
 * @param time when it happened, UTC
 * @param traceparent the W3C trace context it was sent in, so that what it causes continues the
 *     trace; null where it has none
 * @param data what happened; never null (a tombstone decodes to its empty record)
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 *     1.0</a>
 */
public record Envelope<T>(
    UUID id,
    String type,
    URI source,
    String subject,
    long sequence,
    Instant time,
    String traceparent,
    T data) {

  private static final TextMapGetter<Envelope<?>> TRACE =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Envelope<?> event) {
          return List.of("traceparent");
        }

        @Override
        public String get(Envelope<?> event, String key) {
          return event != null && key.equals("traceparent") ? event.traceparent() : null;
        }
      };

  /** The trace it was sent in, to be continued; the root context where it has none. */
  public Context trace() {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), this, TRACE);
  }

  /** This event as a part of another span. */
  public Envelope<T> within(String traceparent) {
    return new Envelope<>(id, type, source, subject, sequence, time, traceparent, data);
  }
}
