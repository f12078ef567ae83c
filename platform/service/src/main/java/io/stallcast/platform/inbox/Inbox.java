package io.stallcast.platform.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.drain.InFlight;
import io.stallcast.platform.inbox.Consumption.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies the events of a poll, each exactly once, by the handler that their consumer has declared.
 *
 * @see Consumptions
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final InFlight polls = new InFlight();
  private final Consumptions consumptions;
  private final RecordApplication application;
  private final InboxConfig config;

  Inbox(Consumptions consumptions, RecordApplication application, InboxConfig config) {
    this.consumptions = consumptions;
    this.application = application;
    this.config = config;
  }

  /**
   * Applies the records of a poll by the consumer that has their topic's name.
   *
   * @return completes when every record is applied, known or a dead letter; never where this pod is
   *     stopping; fails only where no such consumer is declared
   */
  public Uni<Void> apply(ConsumerRecords<String, String> records) {
    return apply(name(records), records);
  }

  /** As the other, for the consumer of that name. */
  public Uni<Void> apply(String consumer, ConsumerRecords<String, String> records) {
    return records.isEmpty()
        ? Uni.createFrom().voidItem()
        : apply(
            consumptions
                .find(consumer)
                .orElseThrow(() -> new IllegalStateException("no consumer " + consumer)),
            list(records));
  }

  /** Lets what is under way end, and begins nothing more. Blocks; to be called once. */
  void drain() throws InterruptedException {
    if (!polls.drain(config.farewell())) {
      LOG.warnf(
          "Records left under way after %s: they are applied by another pod", config.farewell());
    }
  }

  private <T> Uni<Void> apply(
      Consumption<T> consumption, List<ConsumerRecord<String, String>> records) {
    return Uni.createFrom()
        .deferred(() ->
            polls.begin()
                ? applyUnits(consumption, records).eventually(polls::end)
                : Uni.createFrom().nothing());
  }

  private <T> Uni<Void> applyUnits(
      Consumption<T> consumption, List<ConsumerRecord<String, String>> records) {
    return Multi.createFrom()
        .iterable(units(consumption, records))
        .onItem()
        .transformToUni(unit -> inOneUnit(consumption, unit))
        .merge(config.concurrency())
        .onItem()
        .ignoreAsUni();
  }

  /** One by one where they do not go together. */
  private <T> Uni<Void> inOneUnit(
      Consumption<T> consumption, List<ConsumerRecord<String, String>> records) {
    return records.size() == 1 || consumption.sharing() == Sharing.NONE
        ? inOrder(consumption, records)
        : application
            .applyTogether(consumption, records)
            .chain(
                done -> done ? Uni.createFrom().voidItem() : inOrderOfKeys(consumption, records));
  }

  private List<List<ConsumerRecord<String, String>>> units(
      Consumption<?> consumption, List<ConsumerRecord<String, String>> records) {
    return switch (consumption.sharing()) {
      case NONE -> List.copyOf(byKey(records));
      case SOME -> units(records);
      case ALL -> List.of(records);
    };
  }

  private List<List<ConsumerRecord<String, String>>> units(
      List<ConsumerRecord<String, String>> records) {
    var units = new ArrayList<List<ConsumerRecord<String, String>>>();
    for (var key : byKey(records)) {
      if (units.isEmpty() || units.getLast().size() >= config.unitSize()) {
        units.add(new ArrayList<>());
      }
      units.getLast().addAll(key);
    }
    return units;
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
