package io.stallcast.platform.inbox;

import io.stallcast.platform.event.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record and the event in it. */
record Received<T>(ConsumerRecord<String, String> record, Envelope<T> event) {}
