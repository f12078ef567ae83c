package io.stallcast.platform.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Applies the events of a poll, each exactly once. Handlers run on an event loop, within a unit of
 * work that also records the event's id; what they return is awaited.
 */
@ApplicationScoped
public class Inbox {
  private final RecordApplication application;
  private final InboxConfig config;

  Inbox(RecordApplication application, InboxConfig config) {
    this.application = application;
    this.config = config;
  }

  /**
   * Applies each event in a unit of work of its own: keys in parallel, a key's events in order. The
   * topic's name is the consumer's name in the inbox.
   *
   * @param root the sealed interface of the events; other types are counted and skipped
   * @param handler may run more than once for an event, but commits once
   * @return completes when every record is applied, known or a dead letter; does not fail
   */
  public <T> Uni<Void> each(
      ConsumerRecords<String, String> records,
      Class<T> root,
      Function<Envelope<T>, Uni<?>> handler) {
    return each(name(records), records, root, handler);
  }

  /** As the other, for a service's further consumer of a topic, which needs a name of its own. */
  public <T> Uni<Void> each(
      String consumer,
      ConsumerRecords<String, String> records,
      Class<T> root,
      Function<Envelope<T>, Uni<?>> handler) {
    var consumption = new Consumption<>(consumer, root, events -> handler.apply(events.getFirst()));
    return inOrderOfKeys(consumption, list(records));
  }

  /**
   * Applies all events of the poll in one unit of work, for commands that many keys contend for.
   * Where that fails, they are applied one by one as by {@link #each}.
   *
   * @param handler takes the events not applied before, in their order; never an empty list
   */
  public <T> Uni<Void> together(
      ConsumerRecords<String, String> records,
      Class<T> root,
      Function<List<Envelope<T>>, Uni<?>> handler) {
    var all = list(records);
    if (all.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var consumption = new Consumption<>(name(records), root, handler);
    return application
        .applyTogether(consumption, all)
        .chain(done -> done ? Uni.createFrom().voidItem() : inOrderOfKeys(consumption, all));
  }

  private <T> Uni<Void> inOrderOfKeys(
      Consumption<T> consumption, List<ConsumerRecord<String, String>> records) {
    return Multi.createFrom()
        .iterable(byKey(records))
        .onItem()
        .transformToUni(key -> inOrder(consumption, key))
        .merge(config.concurrency())
        .onItem()
        .ignoreAsUni();
  }

  private <T> Uni<Void> inOrder(
      Consumption<T> consumption, List<ConsumerRecord<String, String>> records) {
    return Multi.createFrom()
        .iterable(records)
        .onItem()
        .transformToUniAndConcatenate(record -> application.apply(consumption, record))
        .onItem()
        .ignoreAsUni();
  }

  private static Collection<List<ConsumerRecord<String, String>>> byKey(
      List<ConsumerRecord<String, String>> records) {
    var keys = new LinkedHashMap<String, List<ConsumerRecord<String, String>>>();
    records.forEach(r -> keys.computeIfAbsent(r.key(), key -> new ArrayList<>()).add(r));
    return keys.values();
  }

  private static List<ConsumerRecord<String, String>> list(
      ConsumerRecords<String, String> records) {
    return StreamSupport.stream(records.spliterator(), false).toList();
  }

  private static String name(ConsumerRecords<String, String> records) {
    return records.partitions().stream().findFirst().map(p -> p.topic()).orElse("");
  }
}
