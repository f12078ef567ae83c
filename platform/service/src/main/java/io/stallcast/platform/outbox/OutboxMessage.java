package io.stallcast.platform.outbox;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import java.time.Instant;
import java.util.Objects;

/**
 * An event to be sent, or a job to be done later.
 *
 * @param topic where to
 * @param subject id of the aggregate; the record's key
 * @param sequence the aggregate's version after the event; 0 where it has none
 * @param event a record with {@link io.stallcast.platform.event.EventType}
 * @param deliverAt not before; null for at once
 * @param timerKey names a delayed message, so that it can be replaced and cancelled; unique in the
 *     service; null where nobody will
 * @param traceparent the trace it belongs to; null for the one under way
 */
public record OutboxMessage(
    Topic topic,
    String subject,
    long sequence,
    Object event,
    Instant deliverAt,
    String timerKey,
    String traceparent) {

  public OutboxMessage {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(event, "event");
  }

  /** An event to be sent at once. The subject is taken as text. */
  public static OutboxMessage of(Topic topic, Object subject, long sequence, Object event) {
    return new OutboxMessage(topic, subject.toString(), sequence, event, null, null, null);
  }

  /** This message, not before {@code deliverAt}. */
  public OutboxMessage at(Instant deliverAt) {
    return at(deliverAt, null);
  }

  /** This message, not before {@code deliverAt}; it replaces a waiting one of the same key. */
  public OutboxMessage at(Instant deliverAt, String timerKey) {
    return new OutboxMessage(topic, subject, sequence, event, deliverAt, timerKey, traceparent);
  }

  /** This message in the trace of the event that caused it: one of several applied together. */
  public OutboxMessage causedBy(Envelope<?> cause) {
    return new OutboxMessage(
        topic, subject, sequence, event, deliverAt, timerKey, cause.traceparent());
  }
}
