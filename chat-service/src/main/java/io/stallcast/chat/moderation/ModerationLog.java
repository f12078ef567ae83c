package io.stallcast.chat.moderation;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.Message;
import io.stallcast.chat.MessageView;
import io.stallcast.chat.Moderating;
import io.stallcast.chat.Participant;
import io.stallcast.chat.RoomAdmission;
import io.stallcast.chat.RoomStore;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The log of a room's moderation, and the queue of what was reported there. */
@ApplicationScoped
class ModerationLog {
  private final RoomAdmission guests;
  private final Moderating moderating;
  private final ModerationTable table;
  private final RoomStore store;
  private final Clock clock;

  ModerationLog(
      RoomAdmission guests,
      Moderating moderating,
      ModerationTable table,
      RoomStore store,
      Clock clock) {
    this.guests = guests;
    this.moderating = moderating;
    this.table = table;
    this.store = store;
    this.clock = clock;
  }

  Uni<Page<ModerationActionView>> actions(UUID roomId, Participant who, PageRequest page) {
    return guests.in(
        roomId,
        Optional.of(who),
        room -> {
          moderating.requireOffice(room, who);
          return table.actions(roomId, page);
        });
  }

  Uni<Page<ReportView>> reports(UUID roomId, Participant who, PageRequest page) {
    return guests.in(
        roomId,
        Optional.of(who),
        room -> {
          moderating.requireOffice(room, who);
          return table.reports(roomId, page);
        });
  }

  Uni<Void> report(UUID roomId, Participant who, UUID messageId, String reason) {
    return guests.in(
        roomId,
        Optional.of(who),
        room -> message(room, messageId).chain(message -> report(roomId, who, message, reason)));
  }

  Uni<Void> resolve(UUID roomId, Participant who, UUID id) {
    return guests.in(
        roomId,
        Optional.of(who),
        room -> {
          moderating.requireOffice(room, who);
          return table
              .resolve(roomId, id, who.id(), clock.instant())
              .invoke(ModerationLog::requireFound)
              .replaceWithVoid();
        });
  }

  private Uni<Void> report(UUID roomId, Participant who, MessageView message, String reason) {
    return table.report(
        roomId,
        new ReportView(
            Identifiers.next(),
            message.id(),
            message.author().id(),
            message.text(),
            who.id(),
            reason,
            clock.instant()));
  }

  private Uni<MessageView> message(LiveRoom room, UUID id) {
    var isDeleted =
        room.look(state -> state.messages().find(id).filter(Message::isDeleted).isPresent());
    var atHand = room.look(state -> state.messages().find(id).map(MessageView::of));
    if (isDeleted) {
      return Uni.createFrom().failure(ProblemException.notFound("message"));
    }
    return atHand.map(view -> Uni.createFrom().item(view)).orElseGet(() -> kept(room, id));
  }

  private Uni<MessageView> kept(LiveRoom room, UUID id) {
    return store
        .message(room.id(), id)
        .map(found ->
            found
                .filter(message -> !message.isDeleted())
                .map(MessageView::of)
                .orElseThrow(() -> ProblemException.notFound("message")));
  }

  private static void requireFound(boolean found) {
    if (!found) {
      throw ProblemException.notFound("report");
    }
  }
}
