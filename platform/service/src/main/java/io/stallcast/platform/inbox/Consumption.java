package io.stallcast.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a consumer does with which events.
 *
 * @param consumer its name in the inbox
 * @param root the sealed interface of the events it knows
 * @param concerned whether it does anything with an event; what does not concern it costs nothing
 * @param sharing which of the events of a poll share a unit of work, if they can
 * @param handler applies events that were not applied before, in one unit of work
 */
record Consumption<T>(
    String consumer,
    Class<T> root,
    Predicate<T> concerned,
    Sharing sharing,
    Function<List<Envelope<T>>, Uni<?>> handler) {

  /** Which events of a poll share a unit of work. */
  enum Sharing {
    /** None: what one of them locks, another one may lock as well, in another order. */
    NONE,
    /** Some, so that what a unit of work costs is shared. */
    SOME,
    /** All of them. */
    ALL
  }
}
