package io.stallcast.chat.presence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.stallcast.chat.ChatFrame;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.Presence;
import io.stallcast.chat.presence.PresenceEvent.Here;
import io.stallcast.chat.presence.PresenceEvent.Typing;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.platform.fanout.Fanout;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.socket.FrameCodec;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts by what every pod says of itself. */
@ApplicationScoped
class CountedPresence implements Presence {
  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(6);
  private static final Duration BETWEEN_TYPINGS = Duration.ofSeconds(3);

  /** Made at start, as no two pods may have the same. */
  private UUID podId;

  private final Map<String, Attendance> rooms = new ConcurrentHashMap<>();
  private final Cache<Writer, Boolean> writers =
      Caffeine.newBuilder().expireAfterWrite(BETWEEN_TYPINGS).build();
  private final Fanout fanout;
  private final FrameCodec codec;
  private final Vertx vertx;

  CountedPresence(Fanout fanout, FrameCodec codec, Vertx vertx) {
    this.fanout = fanout;
    this.codec = codec;
    this.vertx = vertx;
  }

  private record Writer(UUID roomId, UUID userId) {}

  void listen(@Observes Ears ears) {
    ears.hear(Topic.CHAT_PRESENCE, PresenceEvent.class, SILENCE, this::hear);
  }

  void begin(@Observes StartupEvent started) {
    podId = Identifiers.next();
    vertx.setPeriodic(BEAT.toMillis(), tick -> beat());
  }

  @Override
  public long in(UUID roomId) {
    var attendance = rooms.get(roomId.toString());
    return attendance == null ? 0 : attendance.count();
  }

  @Override
  public void enter(LiveRoom room, Optional<UUID> user) {
    change(room.id().toString(), attendance -> attendance.enter(room, user));
  }

  @Override
  public void leave(LiveRoom room, Optional<UUID> user) {
    change(room.id().toString(), attendance -> attendance.leave(user));
  }

  @Override
  public void typing(LiveRoom room, UUID user) {
    if (writers.asMap().putIfAbsent(new Writer(room.id(), user), true) == null) {
      fanout.say(Topic.CHAT_PRESENCE, room.id(), new Typing(user));
    }
  }

  private void hear(Envelope<PresenceEvent> event) {
    switch (event.data()) {
      case Here here when here.podId().equals(podId) -> {}
      case Here here ->
          change(event.subject(), attendance -> attendance.hear(here, System.nanoTime()));
      case Typing typing -> tell(event.subject(), new ChatFrame.Typing(typing.userId()));
    }
  }

  private void beat() {
    var since = System.nanoTime() - SILENCE.toNanos();
    rooms.forEach((id, attendance) -> {
      attendance.here(podId).ifPresent(here -> fanout.say(Topic.CHAT_PRESENCE, id, here));
      attendance.recount(since).ifPresent(count -> tell(id, new ChatFrame.Presence(count)));
    });
    rooms.keySet().forEach(this::forget);
  }

  private void tell(String roomId, ChatFrame frame) {
    var attendance = rooms.get(roomId);
    if (attendance != null) {
      attendance.tell(codec.encode(frame));
    }
  }

  private void change(String roomId, Consumer<Attendance> change) {
    rooms.compute(
        roomId,
        (id, known) -> {
          var attendance = known == null ? new Attendance() : known;
          change.accept(attendance);
          return attendance;
        });
  }

  private void forget(String roomId) {
    rooms.computeIfPresent(roomId, (id, attendance) -> attendance.isOver() ? null : attendance);
  }
}
