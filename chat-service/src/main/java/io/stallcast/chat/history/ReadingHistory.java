package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.Message;
import io.stallcast.chat.MessageView;
import io.stallcast.chat.Participant;
import io.stallcast.chat.RoomAdmission;
import io.stallcast.chat.history.MessageTable.Standing;
import io.stallcast.chat.history.MessageTable.Written;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what was said: from the tables, and from memory what is not written down yet. */
@ApplicationScoped
class ReadingHistory {
  private final RoomAdmission guests;
  private final MessageTable table;

  ReadingHistory(RoomAdmission guests, MessageTable table) {
    this.guests = guests;
    this.table = table;
  }

  /**
   * A page of messages, newest first.
   *
   * @param before a message that all of them come before; null for the newest
   */
  Uni<Page<MessageView>> page(
      UUID roomId, Optional<Participant> who, UUID before, PageRequest page) {
    return guests.in(
        roomId,
        who,
        room ->
            end(room, before, page)
                .chain(end ->
                    table
                        .before(roomId, end, page.limitPlusOne())
                        .map(written -> page(room, end, written, page.limit()))));
  }

  /** A message; fails with 404 where there is none, or not any more. */
  Uni<MessageView> one(UUID roomId, Optional<Participant> who, UUID id) {
    return guests.in(
        roomId,
        who,
        room ->
            find(room, id)
                .map(found ->
                    found
                        .filter(written -> !written.deleted())
                        .map(Written::view)
                        .orElseThrow(() -> ProblemException.notFound("message"))));
  }

  private Uni<Standing> end(LiveRoom room, UUID before, PageRequest page) {
    if (page.cursor().isPresent()) {
      return Uni.createFrom().item(standing(page.cursor().get()));
    }
    return before == null
        ? Uni.createFrom().item(Standing.END)
        : find(room, before)
            .map(found ->
                found
                    .map(Written::standing)
                    .orElseThrow(() -> ProblemException.notFound("message")));
  }

  private Uni<Optional<Written>> find(LiveRoom room, UUID id) {
    var atHand =
        room.look(state -> state.messages().find(id).map(message -> written(room, message)));
    return atHand.isPresent() ? Uni.createFrom().item(atHand) : table.find(room.id(), id);
  }

  /** What is at hand is newer than what is written down of it. */
  private static Page<MessageView> page(
      LiveRoom room, Standing end, List<Written> written, int limit) {
    Map<Standing, Written> all = new TreeMap<>(Comparator.reverseOrder());
    written.forEach(message -> all.put(message.standing(), message));
    atHand(room).stream()
        .filter(message -> message.standing().compareTo(end) < 0)
        .forEach(message -> all.put(message.standing(), message));
    var rows = all.values().stream().filter(m -> !m.deleted()).limit(limit + 1L).toList();
    return Page.of(rows, limit, ReadingHistory::cursor, Written::view);
  }

  private static List<Written> atHand(LiveRoom room) {
    return room.look(
        state -> state.messages().all().stream().map(message -> written(room, message)).toList());
  }

  private static Written written(LiveRoom room, Message message) {
    return new Written(
        new Standing(room.era(), message.position()), message.isDeleted(), MessageView.of(message));
  }

  private static Cursor cursor(Written row) {
    return Cursor.of(row.standing().era(), row.standing().position());
  }

  private static Standing standing(Cursor cursor) {
    return new Standing((int) cursor.number(0), cursor.number(1));
  }
}
