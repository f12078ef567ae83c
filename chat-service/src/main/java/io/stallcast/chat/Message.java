package io.stallcast.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A message of a room, and what has become of it. Used by one thread at a time. */
public final class Message {
  private static final int MOST_EMOJIS = 20;

  private final long position;
  private final UUID id;
  private final String clientId;
  private final Author author;
  private final UUID replyTo;
  private final List<UUID> mentions;
  private final Instant sentAt;
  private Map<String, Set<UUID>> reactions = Map.of();
  private String text;
  private Instant editedAt;
  private boolean deleted;

  Message(long position, UUID id, Instant sentAt, RoomRecord.Posted posted) {
    this.position = position;
    this.id = id;
    this.clientId = posted.clientId();
    this.author = posted.author();
    this.text = posted.text();
    this.replyTo = posted.replyTo();
    this.mentions = posted.mentions();
    this.sentAt = sentAt;
  }

  /** As it was kept. */
  public static Message kept(
      long position,
      UUID id,
      Instant sentAt,
      RoomRecord.Posted posted,
      Instant editedAt,
      boolean deleted) {
    var message = new Message(position, id, sentAt, posted);
    message.editedAt = editedAt;
    message.deleted = deleted;
    return message;
  }

  void edit(String other, Instant time) {
    text = other;
    editedAt = time;
  }

  void delete() {
    text = "";
    deleted = true;
    reactions = Map.of();
  }

  /** Counts a reaction; whether anything has changed. */
  public boolean react(UUID user, String emoji) {
    if (!reactions.containsKey(emoji) && reactions.size() >= MOST_EMOJIS) {
      return false;
    }
    if (reactions.isEmpty()) {
      reactions = new LinkedHashMap<>();
    }
    return reactions.computeIfAbsent(emoji, first -> new LinkedHashSet<>()).add(user);
  }

  boolean withdraw(UUID user, String emoji) {
    var users = reactions.get(emoji);
    var changed = users != null && users.remove(user);
    if (changed && users.isEmpty()) {
      reactions.remove(emoji);
    }
    return changed;
  }

  /** How many have sent each emoji. */
  Map<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    reactions.forEach((emoji, users) -> counts.put(emoji, users.size()));
    return counts;
  }

  /** As those who come are told of it. */
  ChatFrame.Said frame() {
    return new ChatFrame.Said(
        position,
        id,
        clientId,
        author,
        text,
        replyTo,
        mentions.isEmpty() ? null : new ArrayList<>(mentions),
        sentAt,
        editedAt,
        reactions.isEmpty() ? null : counts());
  }

  public long position() {
    return position;
  }

  public UUID id() {
    return id;
  }

  public String clientId() {
    return clientId;
  }

  public Author author() {
    return author;
  }

  /** Empty where it is deleted. */
  public String text() {
    return text;
  }

  public Optional<UUID> replyTo() {
    return Optional.ofNullable(replyTo);
  }

  public List<UUID> mentions() {
    return mentions;
  }

  public Instant sentAt() {
    return sentAt;
  }

  public Optional<Instant> editedAt() {
    return Optional.ofNullable(editedAt);
  }

  public boolean isDeleted() {
    return deleted;
  }
}
