package io.stallcast.chat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Fanout;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Appends to the rooms' logs, and knows what became of it when it is read back. */
@ApplicationScoped
public class RoomLog {
  private static final Logger LOG = Logger.getLogger(RoomLog.class);

  private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();
  private final Fanout fanout;
  private final ChatConfig config;

  RoomLog(Fanout fanout, ChatConfig config) {
    this.fanout = fanout;
    this.config = config;
  }

  private record Awaited(UniEmitter<? super Told> emitter, long deadline) {}

  /**
   * What was appended, as the room has it.
   *
   * @param id of the record: a message's own
   */
  public record Told(UUID id, long position) {}

  /**
   * Appends a record to a room that this pod has at hand.
   *
   * @return completes when this pod has read it back; fails with the problem that it was dropped
   *     for, or with 503 where the log cannot be reached
   */
  public Uni<Told> append(UUID roomId, RoomRecord record) {
    return Uni.createFrom().emitter(emitter -> append(roomId, record, emitter));
  }

  private void append(UUID roomId, RoomRecord record, UniEmitter<? super Told> emitter) {
    var id = Identifiers.next();
    awaited.put(id, new Awaited(emitter, System.nanoTime() + config.patience().toNanos()));
    fanout
        .append(Topic.CHAT_MESSAGES, id, roomId, record)
        .subscribe()
        .with(stored -> {}, failure -> fail(id, failure));
  }

  /** The record was read back. */
  void settle(UUID id, Outcome outcome) {
    var waiting = awaited.remove(id);
    if (waiting == null) {
      return;
    }
    switch (outcome) {
      case Outcome.Told told -> waiting.emitter().complete(new Told(id, told.position()));
      case Outcome.Known known ->
          waiting.emitter().complete(new Told(known.id(), known.position()));
      case Outcome.Dropped dropped -> waiting.emitter().fail(dropped.reason());
    }
  }

  /** Whoever has waited too long is told so; the record may count nevertheless. */
  void giveUp() {
    var now = System.nanoTime();
    awaited.forEach((id, waiting) -> {
      if (now - waiting.deadline() > 0) {
        fail(id, null);
      }
    });
  }

  private void fail(UUID id, Throwable failure) {
    var waiting = awaited.remove(id);
    if (waiting != null) {
      LOG.debugf("Not read back: %s", failure);
      waiting
          .emitter()
          .fail(new ProblemException(StandardProblem.UNAVAILABLE, "Send it again, as it is."));
    }
  }
}
