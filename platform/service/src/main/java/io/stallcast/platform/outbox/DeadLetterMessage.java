package io.stallcast.platform.outbox;

/**
 * A record as it was received, for the topic of dead letters.
 *
 * @param topic the name of that topic
 * @param subject the record's key there
 * @param type as the record named it
 * @param sequence as the record had it; 0 where it had none
 * @param data the record's value; may be null
 * @param reason why it is dead
 * @param traceparent the record's trace; may be null
 */
public record DeadLetterMessage(
    String topic,
    String subject,
    String type,
    long sequence,
    String data,
    String reason,
    String traceparent) {}
