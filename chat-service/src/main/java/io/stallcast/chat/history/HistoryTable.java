package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.RoomSnapshot.Progress;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes chapters down, in the unit of work under way. */
@ApplicationScoped
class HistoryTable {
  private static final String REACH =
      """
      insert into progress (partition, era, epoch, position) values ($1, $2, $3, $4)
      on conflict (partition) do update
      set era = excluded.era, epoch = excluded.epoch, position = excluded.position
      where progress.epoch <> excluded.epoch or progress.position = $5
      """;

  private final WrittenMessages messages;

  HistoryTable(WrittenMessages messages) {
    this.messages = messages;
  }

  /**
   * Notes how far a partition is written down.
   *
   * @param from how far it was; the unit of work fails where that is not so any more
   */
  Uni<Void> reach(int partition, String epoch, Progress from, long position) {
    return Statements.update(REACH, partition, from.era(), epoch, position, from.position())
        .invoke(rows -> {
          if (rows == 0) {
            throw new IllegalStateException("somebody else has written down " + partition);
          }
        })
        .replaceWithVoid();
  }

  Uni<Void> write(HistoryBatch chapter, int era) {
    return messages.write(chapter, era).chain(() -> WrittenModeration.write(chapter, era));
  }
}
