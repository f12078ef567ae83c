package io.stallcast.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.order.OrderEvent;
import java.time.Instant;

/**
 * An event of an order as it is stored.
 *
 * @param sequence the order's version after it, from 1
 * @param type its CloudEvents type, such as {@code order.created}
 */
@RegisterForReflection
public record RecordedEvent(long sequence, String type, Instant time, OrderEvent data) {}
