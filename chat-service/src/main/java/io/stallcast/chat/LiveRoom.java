package io.stallcast.chat;

import io.stallcast.chat.RoomSnapshot.Progress;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Heard;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.socket.Audience;
import io.stallcast.platform.socket.Audience.Start;
import io.stallcast.platform.socket.Frame;
import io.stallcast.platform.socket.FrameCodec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A room as this pod has it at hand: its state, what its sockets were told last, and the sockets.
 * Safe for use by several threads; nothing waits.
 */
public final class LiveRoom {
  private final UUID id;
  private final int partition;
  private final Audience audience;
  private final FrameCodec codec;
  private final String epoch;
  private final int era;
  private final ChatConfig config;

  /** What was told behind {@code tellsFrom}, or the last of it. */
  private final Deque<Line> told = new ArrayDeque<>();

  private volatile Room room;
  private RoomState state;
  private long tellsFrom;
  private long head;
  private Frame newestPage;
  private long pageHead;

  private record Line(long position, Frame frame) {}

  LiveRoom(
      UUID id,
      String epoch,
      RoomSnapshot kept,
      Audience audience,
      FrameCodec codec,
      ChatConfig config) {
    this.id = id;
    this.partition = Topic.CHAT_MESSAGES.partitionOf(id.toString());
    this.epoch = epoch;
    this.era = kept.progress().era();
    this.audience = audience;
    this.codec = codec;
    this.config = config;
    this.room = kept.room();
    this.state = kept.state();
    this.head = kept.progress().position();
    this.tellsFrom = head;
    this.pageHead = Long.MIN_VALUE;
  }

  public UUID id() {
    return id;
  }

  /** As its stream or its course was told of last. */
  public Room room() {
    return room;
  }

  public Audience audience() {
    return audience;
  }

  /** Of the positions that are told here; those of earlier eras are before them. */
  public int era() {
    return era;
  }

  void learn(Room other) {
    if (room.isOlderThan(other)) {
      room = other;
    }
  }

  /**
   * Goes on by one record, which is told to the sockets.
   *
   * @return what has become of it; null where it was heard before
   */
  synchronized Outcome hear(Heard<RoomRecord> heard) {
    if (heard.position() <= head) {
      return null;
    }
    head = heard.position();
    var outcome = state.apply(heard);
    if (outcome instanceof Outcome.Told it) {
      tell(it);
    }
    return outcome;
  }

  private void tell(Outcome.Told it) {
    var frame = codec.encode(it.frame());
    told.add(new Line(it.position(), frame));
    if (told.size() > config.framesAtHand()) {
      tellsFrom = told.remove().position();
    }
    audience.send(frame, it.position());
  }

  /** Whether what is behind the position has to be looked up first. */
  public synchronized boolean hasForgotten(Place place) {
    return place.epoch().equals(epoch) && place.position() < tellsFrom;
  }

  /**
   * What somebody is told who comes.
   *
   * @param place how far that one knows the room; empty for not at all
   * @param history what was looked up behind that place; null for nothing
   * @param presence how many are here
   */
  public synchronized Start greet(Optional<Place> place, RoomStore.Told history, long presence) {
    return place
        .filter(known -> known.epoch().equals(epoch))
        .flatMap(known -> missed(known.position(), history, presence))
        .orElseGet(() -> new Start(newestPage(presence), head));
  }

  private Optional<Start> missed(long position, RoomStore.Told history, long presence) {
    if (position >= tellsFrom) {
      // it may know more than this pod: what that is was told by another one
      return recovered(Math.max(head, position), presence, behind(position));
    }
    if (history == null
        || history.beginning() > position
        || history.progress().position() < tellsFrom) {
      return Optional.empty();
    }
    var kept = history.frames().stream().map(line -> codec.frame(line.frame()));
    return recovered(head, presence, Stream.concat(kept, behind(history.progress().position())));
  }

  private Optional<Start> recovered(long position, long presence, Stream<Frame> missed) {
    var frames = new ArrayList<Frame>();
    frames.add(codec.encode(welcome(position, true, presence)));
    missed.limit(config.mostMissed() + 1L).forEach(frames::add);
    return frames.size() > config.mostMissed() + 1
        ? Optional.empty()
        : Optional.of(new Start(Frame.together(frames), position));
  }

  private Stream<Frame> behind(long position) {
    return told.stream().filter(line -> line.position() > position).map(Line::frame);
  }

  private Frame newestPage(long presence) {
    if (pageHead != head) {
      newestPage =
          Frame.together(
              state.messages().newest(config.page()).stream()
                  .map(message -> codec.encode(message.frame()))
                  .toList());
      pageHead = head;
    }
    return Frame.together(List.of(codec.encode(welcome(head, false, presence)), newestPage));
  }

  private ChatFrame.Welcome welcome(long position, boolean recovered, long presence) {
    return new ChatFrame.Welcome(
        position, epoch, recovered, presence, state.slowModeSeconds(), state.pinned());
  }

  /** What forbids an author to say anything now, as far as this pod has heard. */
  public synchronized Optional<ProblemException> objectionTo(Author author, Instant now) {
    return state.objectionTo(author, now);
  }

  /** What forbids somebody to do anything now, as far as this pod has heard. */
  public synchronized Optional<ProblemException> objectionTo(UUID user, Instant now) {
    return state.objectionTo(user, now);
  }

  /** Somebody as the author of what that one writes here. */
  public Author author(Participant who, boolean subscribes) {
    var badges = new ArrayList<String>(3);
    if (room.creatorId().equals(who.id())) {
      badges.add(Author.CREATOR);
    }
    if (who.isStaff() || isModerator(who.id())) {
      badges.add(Author.MODERATOR);
    }
    if (subscribes) {
      badges.add(Author.SUBSCRIBER);
    }
    return new Author(who.id(), who.name(), badges);
  }

  /** Whether somebody moderates here. */
  public boolean isKeptBy(Participant who) {
    return who.isStaff() || room.creatorId().equals(who.id()) || isModerator(who.id());
  }

  /** Whether the creator has named somebody to moderate. */
  public synchronized boolean isModerator(UUID user) {
    return state.isModerator(user);
  }

  public synchronized boolean isBanned(UUID user) {
    return state.isBanned(user);
  }

  /** Looks at the state as it is now; {@code look} must keep nothing of it. */
  public synchronized <T> T look(Function<RoomState, T> look) {
    return look.apply(state);
  }

  int partition() {
    return partition;
  }

  boolean goesOnFrom(UnwrittenRecords records, Progress progress) {
    return records.goesOnFrom(partition, progress.position());
  }
}
