package io.stallcast.chat;

import io.stallcast.chat.RoomRecord.Banned;
import io.stallcast.chat.RoomRecord.Deleted;
import io.stallcast.chat.RoomRecord.Edited;
import io.stallcast.chat.RoomRecord.ModeratorDismissed;
import io.stallcast.chat.RoomRecord.ModeratorNamed;
import io.stallcast.chat.RoomRecord.Pinned;
import io.stallcast.chat.RoomRecord.Posted;
import io.stallcast.chat.RoomRecord.Reacted;
import io.stallcast.chat.RoomRecord.Ruled;
import io.stallcast.chat.RoomRecord.Slowed;
import io.stallcast.chat.RoomRecord.TimedOut;
import io.stallcast.chat.RoomRecord.Unbanned;
import io.stallcast.platform.fanout.Heard;
import io.stallcast.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a room's log has come to: the fold that every pod makes of the same records, each from
 * wherever it began, with the same result. So it goes by nothing but the records: no clock, no
 * configuration, no database. Used by one thread at a time.
 *
 * <p>A message that comes again is known again, and judged by what has become of it, as long as it
 * is {@link MessagesAtHand at hand}; what concerns an older one is not judged here.
 */
public final class RoomState {
  private static final int MOST_MODERATORS = 100;

  private final MessagesAtHand messages = new MessagesAtHand();
  private final LastSent lastSent = new LastSent();
  private final Map<UUID, Instant> silences = new HashMap<>();
  private int slowModeSeconds;
  private final Set<UUID> moderators = new LinkedHashSet<>();
  private Rules rules = Rules.NONE;
  private UUID pinned;

  /**
   * How a room is moderated.
   *
   * @param slowModeSeconds 0 where nobody has to wait
   * @param pinned null for none
   * @param moderators named by the creator
   */
  public record Moderation(int slowModeSeconds, UUID pinned, Rules rules, Set<UUID> moderators) {
    /** What a room begins with. */
    public static final Moderation NONE = new Moderation(0, null, Rules.NONE, Set.of());

    public Moderation {
      moderators = Set.copyOf(moderators);
    }
  }

  /**
   * What was kept of a room.
   *
   * @param messages in their order; those at hand, or more
   * @param lastSent when each author has written last; of those at hand, or of more
   * @param silences until when somebody may not write; {@link Instant#MAX} where that is for good
   */
  public static RoomState of(
      Collection<Message> messages,
      Map<UUID, Instant> lastSent,
      Map<UUID, Instant> silences,
      Moderation moderation) {
    var state = new RoomState();
    messages.forEach(state.messages::add);
    state.lastSent.note(lastSent);
    state.silences.putAll(silences);
    state.slowModeSeconds = moderation.slowModeSeconds();
    state.pinned = moderation.pinned();
    state.rules = moderation.rules();
    state.moderators.addAll(moderation.moderators());
    return state;
  }

  /** Goes on by one record, the next of the room's. */
  public Outcome apply(Heard<RoomRecord> heard) {
    var record = heard.event().data();
    messages.forget(heard.time());
    lastSent.forget(heard.time());
    var objection = objection(record, heard.time());
    return objection
        .<Outcome>map(Outcome.Dropped::new)
        .orElseGet(() -> fold(record, heard.event().id(), heard.position(), heard.time()));
  }

  private Outcome fold(RoomRecord record, UUID id, long position, Instant time) {
    return switch (record) {
      case Posted r -> post(r, id, position, time);
      case Edited r -> edit(r, position, time);
      case Deleted r -> delete(r, position);
      case Reacted r -> react(r, position);
      case Pinned r -> pin(r, position);
      case TimedOut r -> timeOut(r, position, time);
      case Banned r -> ban(r, position);
      case Unbanned r -> unban(r, position);
      case Slowed r -> slow(r, position);
      case Ruled r -> rule(r, position);
      case ModeratorNamed r -> name(r, position);
      case ModeratorDismissed r -> dismiss(r, position);
    };
  }

  /** What forbids {@code user} to do anything here at that time. */
  public Optional<ProblemException> objectionTo(UUID user, Instant time) {
    var until = silences.get(user);
    if (until == null || !until.isAfter(time)) {
      return Optional.empty();
    }
    return Optional.of(
        until.equals(Instant.MAX)
            ? ChatProblem.BANNED.because(null)
            : ChatProblem.TIMED_OUT
                .because("You may not write until " + until + ".")
                .withRetryAfter(Duration.between(time, until)));
  }

  /** What forbids an author to say anything at that time. */
  public Optional<ProblemException> objectionTo(Author author, Instant time) {
    return objectionTo(author.id(), time).or(() -> tooSoon(author, time));
  }

  private Optional<ProblemException> objection(RoomRecord record, Instant time) {
    return record instanceof Posted posted && !isKnown(posted)
        ? objectionTo(posted.author(), time)
        : objectionTo(record.by(), time);
  }

  private Optional<ProblemException> tooSoon(Author author, Instant time) {
    var last = lastSent.by(author.id()).orElse(null);
    if (last == null || slowModeSeconds == 0 || author.presides()) {
      return Optional.empty();
    }
    var next = last.plusSeconds(slowModeSeconds);
    return next.isAfter(time)
        ? Optional.of(
            ChatProblem.SLOW_MODE
                .because("One message in " + slowModeSeconds + " seconds.")
                .withRetryAfter(Duration.between(time, next)))
        : Optional.empty();
  }

  private boolean isKnown(Posted posted) {
    return messages.find(posted.by(), posted.clientId()).isPresent();
  }

  private Outcome post(Posted posted, UUID id, long position, Instant time) {
    var first = messages.find(posted.by(), posted.clientId()).orElse(null);
    if (first != null) {
      return new Outcome.Known(first.id(), first.position());
    }
    var message = new Message(position, id, time, posted);
    messages.add(message);
    lastSent.note(posted.by(), time);
    return new Outcome.Told(position, message.frame(), message);
  }

  private Outcome edit(Edited edited, long position, Instant time) {
    var message = messages.find(edited.messageId()).orElse(null);
    if (message != null) {
      if (message.isDeleted()) {
        return dropped("The message is deleted.");
      }
      message.edit(edited.text(), time);
    }
    var frame = new ChatFrame.Edited(position, edited.messageId(), edited.text(), time);
    return new Outcome.Told(position, frame, message);
  }

  private Outcome delete(Deleted deleted, long position) {
    var message = messages.find(deleted.messageId()).orElse(null);
    if (message != null) {
      if (message.isDeleted()) {
        return dropped("The message is deleted already.");
      }
      message.delete();
    }
    if (deleted.messageId().equals(pinned)) {
      pinned = null;
    }
    return new Outcome.Told(
        position, new ChatFrame.Deleted(position, deleted.messageId()), message);
  }

  private Outcome react(Reacted reacted, long position) {
    var message = messages.find(reacted.messageId()).orElse(null);
    if (message == null || message.isDeleted()) {
      return dropped("The message is deleted, or too old.");
    }
    var changed =
        reacted.withdrawn()
            ? message.withdraw(reacted.by(), reacted.emoji())
            : message.react(reacted.by(), reacted.emoji());
    return changed
        ? new Outcome.Told(
            position, new ChatFrame.Reaction(position, message.id(), message.counts()), message)
        : dropped("That is so already, or there are too many reactions.");
  }

  private Outcome pin(Pinned record, long position) {
    var message = messages.find(record.messageId()).orElse(null);
    if (message != null && message.isDeleted()) {
      return dropped("The message is deleted.");
    }
    pinned = record.messageId();
    return new Outcome.Told(position, new ChatFrame.Pin(position, pinned), null);
  }

  private Outcome timeOut(TimedOut record, long position, Instant time) {
    if (Instant.MAX.equals(silences.get(record.userId()))) {
      return dropped("The account is banned.");
    }
    silences.put(record.userId(), time.plusSeconds(record.seconds()));
    return moderated(position, "timeout", record.userId(), record.seconds(), record.reason());
  }

  private Outcome ban(Banned record, long position) {
    silences.put(record.userId(), Instant.MAX);
    return moderated(position, "ban", record.userId(), null, record.reason());
  }

  private Outcome unban(Unbanned record, long position) {
    return silences.remove(record.userId()) == null
        ? dropped("The account is not banned.")
        : moderated(position, "unban", record.userId(), null, null);
  }

  private Outcome slow(Slowed record, long position) {
    slowModeSeconds = record.seconds();
    return moderated(position, "slow_mode", null, (long) slowModeSeconds, null);
  }

  private Outcome rule(Ruled record, long position) {
    rules = record.rules();
    return moderated(position, "rules", null, null, null);
  }

  private Outcome name(ModeratorNamed record, long position) {
    return moderators.size() < MOST_MODERATORS && moderators.add(record.userId())
        ? moderated(position, "moderator_named", record.userId(), null, null)
        : dropped("The account moderates already, or too many do.");
  }

  private Outcome dismiss(ModeratorDismissed record, long position) {
    return moderators.remove(record.userId())
        ? moderated(position, "moderator_dismissed", record.userId(), null, null)
        : dropped("The account does not moderate.");
  }

  private static Outcome moderated(
      long position, String action, UUID userId, Long seconds, String reason) {
    return new Outcome.Told(
        position, new ChatFrame.Moderation(position, action, userId, seconds, reason), null);
  }

  private static Outcome dropped(String detail) {
    return new Outcome.Dropped(ChatProblem.NOTHING_TO_CHANGE.because(detail));
  }

  /** The messages at hand, as they are now; only the fold changes them. */
  public MessagesAtHand messages() {
    return messages;
  }

  public boolean isBanned(UUID user) {
    return Instant.MAX.equals(silences.get(user));
  }

  /**
   * Until when somebody may not write: {@link Instant#MAX} for good; null where nothing is known.
   */
  public Instant silenceOf(UUID user) {
    return silences.get(user);
  }

  public boolean isModerator(UUID user) {
    return moderators.contains(user);
  }

  public Rules rules() {
    return rules;
  }

  public Moderation moderation() {
    return new Moderation(slowModeSeconds, pinned, rules, moderators);
  }

  int slowModeSeconds() {
    return slowModeSeconds;
  }

  /** Null where none is. */
  UUID pinned() {
    return pinned;
  }
}
