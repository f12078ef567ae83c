package io.stallcast.platform.fanout;

import io.stallcast.platform.event.Envelope;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event, and where it stands in the log of its topic.
 *
 * @param partition which log of the topic's; a key's events are all in the same
 * @param position its offset: it rises from event to event, and some numbers are left out
 * @param time when the broker has taken it, or its producer says so, as the topic is configured
 */
public record Heard<T>(int partition, long position, Instant time, Envelope<T> event) {
  /** What a record holds. */
  public static <T> Heard<T> of(ConsumerRecord<?, ?> record, Envelope<T> event) {
    return new Heard<>(
        record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()), event);
  }
}
