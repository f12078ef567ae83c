package io.stallcast.platform.inbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumption.Sharing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every consumer of the service by its name, so that records find their handler, whether they come
 * from the topic or from the dead letters. A consumer declares itself once, at start:
 *
 * <pre>{@code
 * void consume(@Observes Consumptions consumptions) {
 *   consumptions.each(Topic.SAGA_REPLIES, SagaReply.class, this::apply);
 * }
 * }</pre>
 *
 * Handlers run on an event loop, within a unit of work that also records the event's id; what they
 * return is awaited.
 */
@ApplicationScoped
public class Consumptions {
  private final Map<String, Consumption<?>> byConsumer = new ConcurrentHashMap<>();
  private final Event<Consumptions> declaring;

  Consumptions(Event<Consumptions> declaring) {
    this.declaring = declaring;
  }

  /** Whichever comes first, the start or a record. */
  @PostConstruct
  void gather() {
    declaring.fire(this);
  }

  void start(@Observes StartupEvent started) {
    // being called is enough: everybody has declared itself by now
  }

  /**
   * Applies each event by itself: keys in parallel, a key's events in order. Events that came
   * together may share a unit of work; where one of them fails, each is given its own. The topic's
   * name is the consumer's name in the inbox.
   *
   * @param root the sealed interface of the events; other types are counted and skipped
   * @param handler may run more than once for an event, but commits once
   * @throws IllegalStateException if the topic has another consumer already
   */
  public <T> void each(Topic topic, Class<T> root, Function<Envelope<T>, Uni<?>> handler) {
    each(topic.topicName(), root, handler);
  }

  /** As the other, for a service's further consumer of a topic, which needs a name of its own. */
  public <T> void each(String consumer, Class<T> root, Function<Envelope<T>, Uni<?>> handler) {
    add(consumption(consumer, root, event -> true, Sharing.SOME, handler));
  }

  /**
   * As {@link #each}, but only events that concern the consumer reach it: others take no unit of
   * work, and their ids are not recorded.
   *
   * @param concerned tells by the event alone, always the same
   */
  public <T> void each(
      Topic topic, Class<T> root, Predicate<T> concerned, Function<Envelope<T>, Uni<?>> handler) {
    add(consumption(topic.topicName(), root, concerned, Sharing.SOME, handler));
  }

  /**
   * As {@link #each}, but no event shares its unit of work: for handlers that lock rows which those
   * of other keys lock, too.
   */
  public <T> void apart(Topic topic, Class<T> root, Function<Envelope<T>, Uni<?>> handler) {
    apart(topic.topicName(), root, handler);
  }

  /** As the other, for a service's further consumer of a topic, which needs a name of its own. */
  public <T> void apart(String consumer, Class<T> root, Function<Envelope<T>, Uni<?>> handler) {
    add(consumption(consumer, root, event -> true, Sharing.NONE, handler));
  }

  /**
   * Applies all events of a poll in one unit of work, for commands that many keys contend for.
   * Where that fails, they are applied one by one as by {@link #each}.
   *
   * @param handler takes the events not applied before, in their order; never an empty list
   * @throws IllegalStateException if the topic has another consumer already
   */
  public <T> void together(
      Topic topic, Class<T> root, Function<List<Envelope<T>>, Uni<?>> handler) {
    together(topic, root, event -> true, handler);
  }

  /** As the other, for a service's further consumer of a topic, which needs a name of its own. */
  public <T> void together(
      String consumer, Class<T> root, Function<List<Envelope<T>>, Uni<?>> handler) {
    add(new Consumption<>(consumer, root, event -> true, Sharing.ALL, handler));
  }

  /** As the other, but only events that concern the consumer reach it. */
  public <T> void together(
      Topic topic,
      Class<T> root,
      Predicate<T> concerned,
      Function<List<Envelope<T>>, Uni<?>> handler) {
    add(new Consumption<>(topic.topicName(), root, concerned, Sharing.ALL, handler));
  }

  /**
   * As {@link #together}, but each event is applied by itself, one after the other, in the trace of
   * its own record; only what they need is read for all of them at once.
   *
   * @param reading what the handler is given with each event
   */
  public <T, C> void together(
      Topic topic,
      Class<T> root,
      Function<List<Envelope<T>>, Uni<C>> reading,
      BiFunction<Envelope<T>, C, Uni<?>> handler) {
    together(
        topic,
        root,
        events ->
            reading
                .apply(events)
                .chain(read -> oneAfterTheOther(events, event -> handler.apply(event, read))));
  }

  private static <T> Consumption<T> consumption(
      String consumer,
      Class<T> root,
      Predicate<T> concerned,
      Sharing sharing,
      Function<Envelope<T>, Uni<?>> handler) {
    return new Consumption<>(
        consumer, root, concerned, sharing, events -> oneAfterTheOther(events, handler));
  }

  /** Each in the trace of its own record, which one alone is in already. */
  private static <T> Uni<Void> oneAfterTheOther(
      List<Envelope<T>> events, Function<Envelope<T>, Uni<?>> handler) {
    if (events.size() == 1) {
      return handler.apply(events.getFirst()).replaceWithVoid();
    }
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(event -> RecordTracing.within(event, handler))
        .onItem()
        .ignoreAsUni();
  }

  /** The names of all consumers. */
  public Set<String> names() {
    return Set.copyOf(byConsumer.keySet());
  }

  Optional<Consumption<?>> find(String consumer) {
    return Optional.ofNullable(byConsumer.get(consumer));
  }

  private void add(Consumption<?> consumption) {
    if (byConsumer.putIfAbsent(consumption.consumer(), consumption) != null) {
      throw new IllegalStateException("two consumers are named " + consumption.consumer());
    }
  }
}
