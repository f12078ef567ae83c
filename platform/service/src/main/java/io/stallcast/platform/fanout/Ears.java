package io.stallcast.platform.fanout;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that every pod listens to. Who listens says so once, at start:
 *
 * <pre>{@code
 * void listen(@Observes Ears ears) {
 *   ears.hear(Topic.ACCESS_EVENTS, AccessEvent.class, Duration.ofMinutes(5), this::heard);
 * }
 * }</pre>
 *
 * All ears are called by one thread, which belongs to them: they may not wait, least of all for one
 * another.
 */
@ApplicationScoped
public class Ears {
  private final List<Ear<?>> all = new ArrayList<>();
  private final Event<Ears> listening;

  Ears(Event<Ears> listening) {
    this.listening = listening;
  }

  /**
   * Somebody who listens.
   *
   * @param root the sealed interface of the events; other types are not for this ear
   * @param lookBack how much of what was said before the start is heard, too
   */
  record Ear<T>(Topic topic, Class<T> root, Duration lookBack, Consumer<Heard<T>> consumer) {}

  @PostConstruct
  void gather() {
    listening.fire(this);
  }

  /**
   * Hears a topic from now on, and what was said within {@code lookBack} before. The pod is not
   * ready until it has heard that.
   *
   * @param root the sealed interface of the events; other types are left out
   * @param consumer must not block; what it throws is logged
   */
  public <T> void hear(
      Topic topic, Class<T> root, Duration lookBack, Consumer<Envelope<T>> consumer) {
    hearAt(topic, root, lookBack, heard -> consumer.accept(heard.event()));
  }

  /** As the other, with the place of each event in its log. */
  public <T> void hearAt(
      Topic topic, Class<T> root, Duration lookBack, Consumer<Heard<T>> consumer) {
    all.add(new Ear<>(topic, root, lookBack, consumer));
  }

  List<Ear<?>> all() {
    return List.copyOf(all);
  }
}
