package io.stallcast.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import java.util.List;
import java.util.function.Function;

/**
 * What a consumer does with which events.
 *
 * @param consumer its name in the inbox
 * @param root the sealed interface of the events it knows
 * @param together whether the events of a poll are applied in one unit of work, if they can be
 * @param handler applies events that were not applied before, in one unit of work
 */
record Consumption<T>(
    String consumer,
    Class<T> root,
    boolean together,
    Function<List<Envelope<T>>, Uni<?>> handler) {}
