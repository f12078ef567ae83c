package io.stallcast.chat.messaging;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Author;
import io.stallcast.chat.ChatProblem;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.MessagePolicy;
import io.stallcast.chat.Participant;
import io.stallcast.chat.Presence;
import io.stallcast.chat.RoomLog;
import io.stallcast.chat.RoomLog.Told;
import io.stallcast.chat.RoomRecord;
import io.stallcast.chat.RoomStore;
import io.stallcast.chat.Subscribers;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What people do in a room that they are in. */
@ApplicationScoped
class Messaging {
  private static final int MOST_MENTIONS = 10;

  private final RoomLog log;
  private final RoomStore store;
  private final MessagePolicy policy;
  private final RoomRates rates;
  private final Presence presence;
  private final Subscribers subscribers;
  private final Clock clock;

  Messaging(
      RoomLog log,
      RoomStore store,
      MessagePolicy policy,
      RoomRates rates,
      Presence presence,
      Subscribers subscribers,
      Clock clock) {
    this.log = log;
    this.store = store;
    this.policy = policy;
    this.rates = rates;
    this.presence = presence;
    this.subscribers = subscribers;
    this.clock = clock;
  }

  /**
   * Says something.
   *
   * @param replyTo may be null
   */
  Uni<Told> send(LiveRoom room, Participant who, String clientId, String text, UUID replyTo) {
    var author = author(room, who);
    requireOpen(room);
    var known = known(room, who, clientId);
    if (known.isPresent()) {
      return Uni.createFrom().item(known.get());
    }
    room.objectionTo(author, clock.instant()).ifPresent(Messaging::refuse);
    rates.require(room.id(), who.id());
    return policy
        .judge(room, author, text)
        .chain(() -> exists(room, replyTo))
        .chain(() ->
            log.append(
                room.id(),
                new RoomRecord.Posted(
                    clientId, author, said(text), replyTo, mentions(room, text))));
  }

  /** Changes one's own message. */
  Uni<Told> edit(LiveRoom room, Participant who, UUID messageId, String text) {
    requireVoice(room, who);
    return author(room, messageId)
        .invoke(author -> requireOwn(author, who))
        .chain(() -> policy.judge(room, author(room, who), text))
        .chain(() -> log.append(room.id(), new RoomRecord.Edited(messageId, who.id(), said(text))));
  }

  /** Deletes one's own message, or as somebody who moderates anybody's. */
  Uni<Told> delete(LiveRoom room, Participant who, UUID messageId, String reason) {
    return author(room, messageId)
        .invoke(author -> {
          if (!room.isKeptBy(who)) {
            requireOwn(author, who);
          }
        })
        .chain(() -> log.append(room.id(), new RoomRecord.Deleted(messageId, who.id(), reason)));
  }

  Uni<Told> react(LiveRoom room, Participant who, UUID messageId, String emoji, boolean withdrawn) {
    requireVoice(room, who);
    return log.append(room.id(), new RoomRecord.Reacted(messageId, who.id(), emoji, withdrawn));
  }

  /** Tells the others that somebody writes; it does not last. */
  Uni<Void> type(LiveRoom room, Participant who) {
    requireOpen(room);
    room.objectionTo(who.id(), clock.instant()).ifPresent(Messaging::refuse);
    presence.typing(room, who.id());
    return Uni.createFrom().voidItem();
  }

  private Author author(LiveRoom room, Participant who) {
    return room.author(who, subscribers.include(room.room().creatorId(), who.id()));
  }

  private Uni<Void> exists(LiveRoom room, UUID messageId) {
    return messageId == null
        ? Uni.createFrom().voidItem()
        : author(room, messageId).replaceWithVoid();
  }

  /** Who wrote a message; fails with 404 where there is none, or not any more. */
  private Uni<UUID> author(LiveRoom room, UUID messageId) {
    record Written(UUID author, boolean deleted) {}
    var atHand =
        room.look(state ->
            state.messages().find(messageId).map(m -> new Written(m.author().id(), m.isDeleted())));
    if (atHand.filter(Written::deleted).isPresent()) {
      return Uni.createFrom().failure(ProblemException.notFound("message"));
    }
    return atHand
        .map(written -> Uni.createFrom().item(written.author()))
        .orElseGet(() ->
            store
                .author(room.id(), messageId)
                .map(kept -> kept.orElseThrow(() -> ProblemException.notFound("message"))));
  }

  private static Optional<Told> known(LiveRoom room, Participant who, String clientId) {
    return room.look(state -> state.messages().find(who.id(), clientId))
        .map(first -> new Told(first.id(), first.position()));
  }

  /** Those who are named, of the authors of the messages at hand. */
  private static List<UUID> mentions(LiveRoom room, String text) {
    if (text.indexOf('@') < 0) {
      return List.of();
    }
    return room.look(state -> state.messages().authors()).entrySet().stream()
        .filter(author -> names(text, author.getKey()))
        .map(Map.Entry::getValue)
        .limit(MOST_MENTIONS)
        .toList();
  }

  private static boolean names(String text, String name) {
    return Pattern.compile(
            "@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  private static String said(String text) {
    var said = text.strip();
    if (said.isEmpty()) {
      throw ProblemException.invalid("text", "must not be blank");
    }
    return said;
  }

  private void requireVoice(LiveRoom room, Participant who) {
    requireOpen(room);
    room.objectionTo(who.id(), clock.instant()).ifPresent(Messaging::refuse);
    rates.require(room.id(), who.id());
  }

  private static void requireOpen(LiveRoom room) {
    if (!room.room().isOpen()) {
      throw ChatProblem.ROOM_CLOSED.because("The stream has ended, or the course is archived.");
    }
  }

  private static void requireOwn(UUID author, Participant who) {
    if (!author.equals(who.id())) {
      throw new ProblemException(StandardProblem.FORBIDDEN, "The message is somebody else's.");
    }
  }

  private static void refuse(ProblemException problem) {
    throw problem;
  }
}
