package io.stallcast.chat.history;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.LiveRooms;
import io.stallcast.chat.RoomRecord;
import io.stallcast.chat.RoomStore;
import io.stallcast.platform.event.EventCodec;
import io.stallcast.platform.event.InvalidRecordException;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Heard;
import io.stallcast.platform.fanout.Logs;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Writes down what the logs have come to, a poll's records of a partition at once. */
@ApplicationScoped
class WritingHistory {
  private static final Logger LOG = Logger.getLogger(WritingHistory.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Map<Integer, WrittenPartition> partitions = new ConcurrentHashMap<>();
  private final LiveRooms rooms;
  private final UnitOfWork unitOfWork;
  private final RoomStore store;
  private final HistoryTable table;
  private final Outbox outbox;
  private final EventCodec codec;
  private final Logs logs;

  WritingHistory(
      LiveRooms rooms,
      UnitOfWork unitOfWork,
      RoomStore store,
      HistoryTable table,
      Outbox outbox,
      EventCodec codec,
      Logs logs) {
    this.rooms = rooms;
    this.unitOfWork = unitOfWork;
    this.store = store;
    this.table = table;
    this.outbox = outbox;
    this.codec = codec;
    this.logs = logs;
  }

  @Incoming("chat-messages")
  Uni<Void> on(ConsumerRecords<String, String> records) {
    return Multi.createFrom()
        .iterable(records.partitions())
        .onItem()
        .transformToUniAndConcatenate(
            partition -> write(partition.partition(), records.records(partition)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> write(int partition, List<ConsumerRecord<String, String>> records) {
    return Uni.createFrom()
        .deferred(() -> tryOnce(partition, records))
        .onFailure()
        .invoke(failure -> beginAnew(partition, failure))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private void beginAnew(int partition, Throwable failure) {
    LOG.warnf("History not written, trying again: partition=%d: %s", partition, failure);
    partitions.remove(partition);
  }

  private Uni<Void> tryOnce(int partition, List<ConsumerRecord<String, String>> records) {
    var epoch =
        logs.epoch(Topic.CHAT_MESSAGES)
            .orElseThrow(() -> new IllegalStateException("nothing is known of the logs yet"));
    var last = records.getLast().offset();
    return written(partition, epoch)
        .chain(written -> {
          var next = behind(partition, written.progress().position(), records);
          return last <= written.progress().position()
              ? Uni.createFrom().voidItem()
              : learn(written, epoch, next)
                  .chain(() -> write(partition, epoch, written, next, last));
        });
  }

  private Uni<WrittenPartition> written(int partition, String epoch) {
    var written = partitions.get(partition);
    return written != null
        ? Uni.createFrom().item(written)
        : store
            .progress(partition, epoch)
            .map(WrittenPartition::new)
            .invoke(fresh -> partitions.put(partition, fresh));
  }

  /** Reads the rooms that the records are of. */
  private Uni<Void> learn(WrittenPartition written, String epoch, List<Heard<RoomRecord>> records) {
    var rooms =
        records.stream().map(WritingHistory::room).distinct().filter(id -> !written.knows(id));
    return Multi.createFrom()
        .iterable(rooms.toList())
        .onItem()
        .transformToUniAndConcatenate(id -> learn(written, epoch, id))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<RoomStore.Folded> learn(WrittenPartition written, String epoch, UUID room) {
    return store
        .folded(room, epoch)
        .invoke(folded -> {
          if (!folded.progress().equals(written.progress())) {
            throw new IllegalStateException("somebody else has written down more");
          }
          written.learn(room, folded.state());
        });
  }

  private Uni<Void> write(
      int partition,
      String epoch,
      WrittenPartition written,
      List<Heard<RoomRecord>> records,
      long last) {
    var batch = new HistoryBatch();
    records.forEach(heard -> batch.add(room(heard), written.room(room(heard)), heard));
    return unitOfWork
        .commitApart(
            Context.current(),
            () ->
                table
                    .reach(partition, epoch, written.progress(), last)
                    .chain(() -> table.write(batch, written.progress().era()))
                    .chain(() -> outbox.append(batch.events())))
        .invoke(() -> written.reached(last));
  }

  private List<Heard<RoomRecord>> behind(
      int partition, long position, List<ConsumerRecord<String, String>> records) {
    Map<Long, Heard<RoomRecord>> heard =
        rooms.heard(partition, position, records.getLast().offset()).stream()
            .collect(Collectors.toMap(Heard::position, Function.identity()));
    return records.stream()
        .filter(record -> record.offset() > position)
        .flatMap(record -> understand(record, heard.get(record.offset())))
        .filter(next -> isRoom(next.event().subject()))
        .toList();
  }

  /** As this pod has heard it, where it has: both then keep the same of it. */
  private Stream<Heard<RoomRecord>> understand(
      ConsumerRecord<String, String> record, Heard<RoomRecord> heard) {
    return heard != null && heard.time().toEpochMilli() == record.timestamp()
        ? Stream.of(heard)
        : decode(record);
  }

  private Stream<Heard<RoomRecord>> decode(ConsumerRecord<String, String> record) {
    try {
      return codec.decode(record, RoomRecord.class).map(event -> Heard.of(record, event)).stream();
    } catch (InvalidRecordException e) {
      LOG.warnf("Left out: key=%s: %s", record.key(), e);
      return Stream.empty();
    }
  }

  private static boolean isRoom(String subject) {
    try {
      UUID.fromString(subject);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static UUID room(Heard<RoomRecord> heard) {
    return UUID.fromString(heard.event().subject());
  }
}
