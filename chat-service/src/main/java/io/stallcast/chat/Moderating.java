package io.stallcast.chat;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.RoomLog.Told;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What those do who moderate a room. */
@ApplicationScoped
public class Moderating {
  private final RoomLog log;
  private final RoomStore store;

  Moderating(RoomLog log, RoomStore store) {
    this.log = log;
    this.store = store;
  }

  /**
   * Forbids somebody to write for some time.
   *
   * @param reason may be null
   */
  public Uni<Told> timeOut(
      LiveRoom room, Participant who, UUID userId, long seconds, String reason) {
    requireSubordinate(room, who, userId);
    return log.append(room.id(), new RoomRecord.TimedOut(userId, seconds, who.id(), reason));
  }

  /**
   * Forbids somebody the room.
   *
   * @param reason may be null
   */
  public Uni<Told> ban(LiveRoom room, Participant who, UUID userId, String reason) {
    requireSubordinate(room, who, userId);
    return log.append(room.id(), new RoomRecord.Banned(userId, who.id(), reason));
  }

  public Uni<Told> unban(LiveRoom room, Participant who, UUID userId) {
    requireOffice(room, who);
    return log.append(room.id(), new RoomRecord.Unbanned(userId, who.id()));
  }

  public Uni<Told> slow(LiveRoom room, Participant who, int seconds) {
    requireOffice(room, who);
    return log.append(room.id(), new RoomRecord.Slowed(seconds, who.id()));
  }

  /**
   * Shows a message above the others.
   *
   * @param messageId null for none any more
   */
  public Uni<Told> pin(LiveRoom room, Participant who, UUID messageId) {
    requireOffice(room, who);
    var record = new RoomRecord.Pinned(messageId, who.id());
    return messageId == null || room.look(state -> state.messages().find(messageId).isPresent())
        ? log.append(room.id(), record)
        : store
            .author(room.id(), messageId)
            .map(author -> author.orElseThrow(() -> ProblemException.notFound("message")))
            .chain(() -> log.append(room.id(), record));
  }

  public Uni<Told> rule(LiveRoom room, Participant who, Rules rules) {
    requireOffice(room, who);
    return log.append(room.id(), new RoomRecord.Ruled(rules, who.id()));
  }

  /** Has somebody moderate in the room, too; for its creator. */
  public Uni<Told> name(LiveRoom room, Participant who, UUID userId) {
    requireCreator(room, who);
    return log.append(room.id(), new RoomRecord.ModeratorNamed(userId, who.id()));
  }

  public Uni<Told> dismiss(LiveRoom room, Participant who, UUID userId) {
    requireCreator(room, who);
    return log.append(room.id(), new RoomRecord.ModeratorDismissed(userId, who.id()));
  }

  /**
   * Whoever does not moderate the room is refused.
   *
   * @throws ProblemException 403
   */
  public void requireOffice(LiveRoom room, Participant who) {
    if (!room.isKeptBy(who)) {
      throw new ProblemException(StandardProblem.FORBIDDEN, "You do not moderate this room.");
    }
  }

  private void requireSubordinate(LiveRoom room, Participant who, UUID userId) {
    requireOffice(room, who);
    var creator = room.room().creatorId();
    var isColleague = !who.id().equals(creator) && !who.isStaff() && room.isModerator(userId);
    if (userId.equals(who.id()) || userId.equals(creator) || isColleague) {
      throw new ProblemException(StandardProblem.FORBIDDEN, "You cannot do that to this account.");
    }
  }

  private static void requireCreator(LiveRoom room, Participant who) {
    if (!room.room().creatorId().equals(who.id())) {
      throw new ProblemException(StandardProblem.FORBIDDEN, "This is for the room's creator.");
    }
  }
}
