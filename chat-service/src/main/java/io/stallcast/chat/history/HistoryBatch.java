package io.stallcast.chat.history;

import io.stallcast.chat.ChatFrame;
import io.stallcast.chat.Message;
import io.stallcast.chat.Outcome;
import io.stallcast.chat.RoomRecord;
import io.stallcast.chat.RoomRecord.Banned;
import io.stallcast.chat.RoomRecord.Deleted;
import io.stallcast.chat.RoomRecord.Edited;
import io.stallcast.chat.RoomRecord.Posted;
import io.stallcast.chat.RoomRecord.Reacted;
import io.stallcast.chat.RoomRecord.TimedOut;
import io.stallcast.chat.RoomRecord.Unbanned;
import io.stallcast.chat.RoomState;
import io.stallcast.chat.RoomState.Moderation;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.chat.ChatEvent;
import io.stallcast.platform.event.chat.ChatEvent.MessageDeleted;
import io.stallcast.platform.event.chat.ChatEvent.UserBanned;
import io.stallcast.platform.event.chat.ChatEvent.UserMentioned;
import io.stallcast.platform.fanout.Heard;
import io.stallcast.platform.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the next records of a partition have come to: everything to be written down of them. */
final class HistoryBatch {
  /** By message id. */
  private final Map<UUID, Kept> messages = new LinkedHashMap<>();

  private final List<Told> told = new ArrayList<>();
  private final Map<Feeling, Boolean> feelings = new LinkedHashMap<>();

  /** Until when somebody may not write; null where that has ended. */
  private final Map<Silenced, Instant> silences = new LinkedHashMap<>();

  private final Map<UUID, Moderation> orders = new LinkedHashMap<>();
  private final List<ModerationAction> actions = new ArrayList<>();
  private final List<OutboxMessage> events = new ArrayList<>();
  private final List<OldChange> oldChanges = new ArrayList<>();

  record Kept(UUID roomId, Message message) {}

  record Told(UUID roomId, long position, Instant at, ChatFrame frame) {}

  record Feeling(UUID roomId, UUID messageId, String emoji, UUID userId) {}

  record Silenced(UUID roomId, UUID userId) {}

  /**
   * A change of a message that is not at hand any more.
   *
   * @param text null where it is deleted
   */
  record OldChange(UUID roomId, UUID messageId, String text, Instant at) {}

  /**
   * What somebody has done to moderate.
   *
   * @param userId to whom; null where to nobody in particular
   * @param messageId to which message; null where to none
   * @param seconds null where it has no end
   * @param reason null where none was given
   */
  record ModerationAction(
      UUID roomId,
      long position,
      Instant at,
      UUID by,
      String action,
      UUID userId,
      UUID messageId,
      Long seconds,
      String reason) {}

  /** Goes on by one record of a room. */
  void add(UUID roomId, RoomState state, Heard<RoomRecord> heard) {
    var before = state.moderation();
    if (state.apply(heard) instanceof Outcome.Told outcome) {
      told.add(new Told(roomId, heard.position(), heard.time(), outcome.frame()));
      if (!before.equals(state.moderation())) {
        orders.put(roomId, state.moderation());
      }
      if (outcome.message() != null) {
        messages.put(outcome.message().id(), new Kept(roomId, outcome.message()));
      }
      note(roomId, state, heard, outcome);
      action(roomId, heard, outcome);
      publish(roomId, heard);
    }
  }

  /** What is of use elsewhere. */
  private void publish(UUID roomId, Heard<RoomRecord> heard) {
    switch (heard.event().data()) {
      case Posted r ->
          r.mentions().stream()
              .filter(user -> !user.equals(r.by()))
              .forEach(user -> publish(roomId, heard, mention(roomId, heard, r, user)));
      case Banned r ->
          publish(roomId, heard, new UserBanned(roomId, r.userId(), r.by(), r.reason()));
      case Deleted r -> publish(roomId, heard, new MessageDeleted(roomId, r.messageId(), r.by()));
      default -> {}
    }
  }

  private static ChatEvent mention(UUID roomId, Heard<RoomRecord> heard, Posted posted, UUID user) {
    return new UserMentioned(
        roomId,
        heard.event().id(),
        posted.by(),
        posted.author().displayName(),
        user,
        posted.text());
  }

  private void publish(UUID roomId, Heard<RoomRecord> heard, ChatEvent event) {
    events.add(OutboxMessage.of(Topic.CHAT_EVENTS, roomId, heard.position(), event));
  }

  private void note(UUID roomId, RoomState state, Heard<RoomRecord> heard, Outcome.Told outcome) {
    switch (heard.event().data()) {
      case Edited r when outcome.message() == null ->
          oldChanges.add(new OldChange(roomId, r.messageId(), r.text(), heard.time()));
      case Deleted r when outcome.message() == null ->
          oldChanges.add(new OldChange(roomId, r.messageId(), null, heard.time()));
      case Reacted r ->
          feelings.put(new Feeling(roomId, r.messageId(), r.emoji(), r.by()), !r.withdrawn());
      case TimedOut r -> silence(roomId, state, r.userId());
      case Banned r -> silence(roomId, state, r.userId());
      case Unbanned r -> silence(roomId, state, r.userId());
      default -> {}
    }
  }

  private void action(UUID roomId, Heard<RoomRecord> heard, Outcome.Told outcome) {
    var by = heard.event().data().by();
    switch (outcome.frame()) {
      case ChatFrame.Moderation f ->
          action(roomId, heard, by, f.action(), f.userId(), null, f.seconds(), f.reason());
      case ChatFrame.Pin f -> action(roomId, heard, by, "pin", null, f.messageId(), null, null);
      case ChatFrame.Deleted f when !isOwn(by, outcome) ->
          action(roomId, heard, by, "delete", null, f.messageId(), null, reason(heard));
      default -> {}
    }
  }

  private void action(
      UUID roomId,
      Heard<RoomRecord> heard,
      UUID by,
      String action,
      UUID userId,
      UUID messageId,
      Long seconds,
      String reason) {
    actions.add(
        new ModerationAction(
            roomId,
            heard.position(),
            heard.time(),
            by,
            action,
            userId,
            messageId,
            seconds,
            reason));
  }

  private static boolean isOwn(UUID by, Outcome.Told outcome) {
    return outcome.message() != null && outcome.message().author().id().equals(by);
  }

  private static String reason(Heard<RoomRecord> heard) {
    return heard.event().data() instanceof Deleted deleted ? deleted.reason() : null;
  }

  private void silence(UUID roomId, RoomState state, UUID userId) {
    silences.put(new Silenced(roomId, userId), state.silenceOf(userId));
  }

  List<Kept> messages() {
    return List.copyOf(messages.values());
  }

  List<Told> told() {
    return told;
  }

  /** Whether each is felt, or no longer. */
  Map<Feeling, Boolean> feelings() {
    return feelings;
  }

  Map<Silenced, Instant> silences() {
    return silences;
  }

  /** How rooms are moderated now, in the rooms where that has changed. */
  Map<UUID, Moderation> orders() {
    return orders;
  }

  List<OutboxMessage> events() {
    return events;
  }

  List<ModerationAction> actions() {
    return actions;
  }

  List<OldChange> oldChanges() {
    return oldChanges;
  }
}
