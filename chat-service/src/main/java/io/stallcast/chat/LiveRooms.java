package io.stallcast.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.ProductEvent;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.platform.fanout.Heard;
import io.stallcast.platform.fanout.Logs;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.socket.FrameCodec;
import io.stallcast.platform.socket.Sockets;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The rooms that this pod has at hand, and the hearing of all of them. A room is read from what was
 * kept when somebody first asks for it, goes on by the records that were heard since, and from then
 * on needs the log alone.
 */
@ApplicationScoped
public class LiveRooms {
  private static final Logger LOG = Logger.getLogger(LiveRooms.class);
  private static final long TICK_MILLIS = 1000;
  private static final Duration YOUTH = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final Map<UUID, Holding> rooms = new ConcurrentHashMap<>();
  private final UnwrittenRecords unwritten;

  /** What the table may not have heard yet. */
  private final Cache<UUID, Room> heardLately =
      Caffeine.newBuilder().expireAfterWrite(YOUTH).build();

  private final RoomStore store;
  private final RoomLog log;
  private final Logs logs;
  private final Sockets sockets;
  private final FrameCodec codec;
  private final Event<RoomNews> news;
  private final Vertx vertx;
  private final Clock clock;
  private final ChatConfig config;

  LiveRooms(
      RoomStore store,
      RoomLog log,
      Logs logs,
      Sockets sockets,
      FrameCodec codec,
      Event<RoomNews> news,
      Vertx vertx,
      Clock clock,
      ChatConfig config) {
    this.unwritten =
        new UnwrittenRecords(
            partition -> logs.beginning(Topic.CHAT_MESSAGES, partition), config.unwritten());
    this.store = store;
    this.log = log;
    this.logs = logs;
    this.sockets = sockets;
    this.codec = codec;
    this.news = news;
    this.vertx = vertx;
    this.clock = clock;
    this.config = config;
  }

  /** A room, whoever needs it, and its being read. */
  private static final class Holding {
    private int holders;
    private Instant lastUsed;
    private Uni<LiveRoom> reading;
    private volatile LiveRoom room;
  }

  void listen(@Observes Ears ears) {
    ears.hearAt(Topic.CHAT_MESSAGES, RoomRecord.class, config.lookBack(), this::hear);
    ears.hear(
        Topic.STREAMING_EVENTS,
        StreamEvent.class,
        Duration.ZERO,
        event -> Room.of(event.data()).ifPresent(this::learn));
    ears.hear(
        Topic.PRODUCT_EVENTS,
        ProductEvent.class,
        Duration.ZERO,
        event -> Room.of(event).ifPresent(this::learn));
  }

  void begin(@Observes StartupEvent started) {
    vertx.setPeriodic(TICK_MILLIS, tick -> tidy());
  }

  /**
   * Does something with a room, which is at hand as long as that takes.
   *
   * @return fails with 404 where there is no such room, with 503 where it cannot be had for now
   */
  public <T> Uni<T> with(UUID roomId, Function<LiveRoom, Uni<T>> work) {
    return hold(roomId)
        .chain(room ->
            Uni.createFrom()
                .deferred(() -> work.apply(room))
                .onTermination()
                .invoke(() -> release(roomId)));
  }

  /** As {@link #with}, until it is released. */
  public Uni<LiveRoom> hold(UUID roomId) {
    return Uni.createFrom()
        .deferred(() -> take(roomId).reading)
        .invoke(LiveRooms::requireThere)
        .onFailure()
        .invoke(failure -> release(roomId))
        .onCancellation()
        .invoke(() -> release(roomId));
  }

  private static void requireThere(LiveRoom room) {
    if (room.room().isGone()) {
      throw ProblemException.notFound("room");
    }
  }

  /** To be called once for each room that was held. */
  public void release(UUID roomId) {
    rooms.computeIfPresent(
        roomId,
        (id, holding) -> {
          holding.holders--;
          holding.lastUsed = clock.instant();
          return holding.room == null && holding.holders == 0 ? null : holding;
        });
  }

  private Holding take(UUID roomId) {
    return rooms.compute(
        roomId,
        (id, known) -> {
          var holding = known == null ? begin(id) : known;
          holding.holders++;
          return holding;
        });
  }

  private Holding begin(UUID roomId) {
    var holding = new Holding();
    var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    holding.reading =
        Uni.createFrom()
            .deferred(() -> read(roomId).map(kept -> enter(holding, kept)))
            .onFailure(failure -> System.nanoTime() - deadline < 0 && mayPass(failure, roomId))
            .retry()
            .withBackOff(PAUSE, PAUSE)
            .indefinitely()
            .memoize()
            .indefinitely();
    return holding;
  }

  private Uni<RoomSnapshot> read(UUID roomId) {
    return store
        .snapshot(roomId, epoch())
        .map(kept ->
            kept.filter(snapshot -> !snapshot.room().isGone())
                .orElseThrow(() -> ProblemException.notFound("room")));
  }

  private boolean mayPass(Throwable failure, UUID roomId) {
    return failure instanceof ProblemException problem
        && (problem.type() == StandardProblem.UNAVAILABLE || isYoung(roomId) || isNews(roomId));
  }

  /** The stream was made so lately that word of it may still be on its way. */
  private boolean isYoung(UUID roomId) {
    var made = Instant.ofEpochMilli(roomId.getMostSignificantBits() >>> 16);
    return roomId.version() == 7 && made.isAfter(clock.instant().minus(YOUTH));
  }

  /** A course that was published lately may have been made long ago. */
  private boolean isNews(UUID roomId) {
    var heard = heardLately.getIfPresent(roomId);
    return heard != null && !heard.isGone();
  }

  private String epoch() {
    return logs.epoch(Topic.CHAT_MESSAGES)
        .orElseThrow(() -> new ProblemException(StandardProblem.UNAVAILABLE, null));
  }

  /**
   * What this pod has heard of a partition behind a position, up to another one, in its order; what
   * it has let go of is left out, and what it has not heard yet.
   */
  public synchronized List<Heard<RoomRecord>> heard(int partition, long position, long last) {
    return unwritten.between(partition, position, last);
  }

  private synchronized LiveRoom enter(Holding holding, RoomSnapshot kept) {
    var room = new LiveRoom(kept.room().id(), epoch(), kept, sockets.audience(), codec, config);
    if (!room.goesOnFrom(unwritten, kept.progress())) {
      throw new ProblemException(StandardProblem.UNAVAILABLE, "The history is behind.");
    }
    unwritten
        .of(room.id().toString(), room.partition(), kept.progress().position())
        .forEach(room::hear);
    var later = heardLately.getIfPresent(room.id());
    if (later != null) {
      room.learn(later);
    }
    holding.room = room;
    return room;
  }

  private synchronized void hear(Heard<RoomRecord> heard) {
    unwritten.add(heard);
    find(heard.event().subject()).ifPresent(room -> hear(room, heard));
  }

  private void hear(LiveRoom room, Heard<RoomRecord> heard) {
    var outcome = room.hear(heard);
    if (outcome != null) {
      log.settle(heard.event().id(), outcome);
      if (outcome instanceof Outcome.Told) {
        news.fire(new RoomNews.Told(room, heard.event().data()));
      }
    }
  }

  private void learn(Room told) {
    heardLately.put(told.id(), told);
    find(told.id().toString())
        .ifPresent(room -> {
          var before = room.room();
          room.learn(told);
          if (!room.room().equals(before)) {
            news.fire(new RoomNews.Change(room, before));
          }
        });
  }

  private Optional<LiveRoom> find(String roomId) {
    try {
      return Optional.ofNullable(rooms.get(UUID.fromString(roomId))).map(holding -> holding.room);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void tidy() {
    log.giveUp();
    var horizon = clock.instant().minus(config.idle());
    rooms
        .keySet()
        .forEach(id ->
            rooms.computeIfPresent(
                id,
                (key, holding) ->
                    holding.holders == 0 && holding.lastUsed.isBefore(horizon) ? null : holding));
    if (hasUnwritten()) {
      store
          .progress(epoch())
          .subscribe()
          .with(this::trim, failure -> LOG.debugf("Progress not read: %s", failure));
    }
  }

  private synchronized boolean hasUnwritten() {
    return !unwritten.isEmpty();
  }

  private synchronized void trim(Map<Integer, Long> written) {
    unwritten.trim(written);
  }
}
