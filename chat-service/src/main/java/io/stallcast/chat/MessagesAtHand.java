package io.stallcast.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages of a room's last {@link #MEMORY}, but never fewer than the last {@link #AT_LEAST}
 * nor more than the last {@link #AT_MOST}: a part of the fold, and so the same on every pod. Used
 * by one thread at a time.
 */
public final class MessagesAtHand {
  /** By the records' times: longer than anybody tries to send one again. */
  public static final Duration MEMORY = Duration.ofSeconds(20);

  /** Messages, whatever their age. */
  public static final int AT_LEAST = 500;

  /** Messages, however new: what a room may take of a pod's memory. */
  public static final int AT_MOST = 5_000;

  private final LinkedHashMap<UUID, Message> messages = new LinkedHashMap<>();
  private final Map<ClientKey, Message> byClient = new HashMap<>();

  MessagesAtHand() {}

  private record ClientKey(UUID author, String clientId) {
    static ClientKey of(Message message) {
      return new ClientKey(message.author().id(), message.clientId());
    }
  }

  void add(Message message) {
    messages.put(message.id(), message);
    byClient.put(ClientKey.of(message), message);
  }

  /** Lets go of what is too old at that time, or too much. */
  void forget(Instant now) {
    var horizon = now.minus(MEMORY);
    var oldest = messages.values().iterator();
    while (messages.size() > AT_LEAST) {
      var message = oldest.next();
      if (messages.size() < AT_MOST && !message.sentAt().isBefore(horizon)) {
        return;
      }
      oldest.remove();
      byClient.remove(ClientKey.of(message), message);
    }
  }

  /** The message, where it is at hand. */
  public Optional<Message> find(UUID id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** An author's message, where it is at hand. */
  public Optional<Message> find(UUID author, String clientId) {
    return Optional.ofNullable(byClient.get(new ClientKey(author, clientId)));
  }

  /** Deleted ones too, oldest first. */
  public List<Message> all() {
    return List.copyOf(messages.values());
  }

  /** The last that are not deleted, oldest first. */
  List<Message> newest(int count) {
    var page = new ArrayList<Message>(count);
    var backwards = messages.sequencedValues().reversed().iterator();
    while (backwards.hasNext() && page.size() < count) {
      var message = backwards.next();
      if (!message.isDeleted()) {
        page.add(message);
      }
    }
    return page.reversed();
  }

  /** Everybody who wrote one of them, by name. */
  public Map<String, UUID> authors() {
    var authors = new HashMap<String, UUID>();
    messages.values().forEach(m -> authors.put(m.author().displayName(), m.author().id()));
    return authors;
  }
}
