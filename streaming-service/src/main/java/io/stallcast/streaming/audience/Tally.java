package io.stallcast.streaming.audience;

import io.stallcast.streaming.audience.AudienceEvent.Beat;
import io.stallcast.streaming.audience.AudienceEvent.Gone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All viewers of all streams, as one pod knows of them: its own, and what the others say. It does
 * nothing by itself: time and events come in, events go out. Not safe for several threads.
 */
final class Tally {
  private final UUID pod;
  private final AudienceConfig config;
  private final Map<UUID, LocalCrowd> local = new HashMap<>();
  private final Map<UUID, RemotePod> others = new HashMap<>();
  private final Set<UUID> changed = new HashSet<>();
  private long beats;

  /** When this pod heard itself last: while it does not, it hears nobody. */
  private long lastOwn;

  Tally(UUID pod, AudienceConfig config, long nanos) {
    this.pod = pod;
    this.config = config;
    this.lastOwn = nanos;
  }

  void enter(UUID streamId, long key) {
    if (local.computeIfAbsent(streamId, this::crowd).enter(key)) {
      changed.add(streamId);
    }
  }

  void leave(UUID streamId, long key) {
    var crowd = local.get(streamId);
    if (crowd != null && crowd.leave(key)) {
      changed.add(streamId);
    }
  }

  /** A pod has said something: another one, or this one, which knows what it says. */
  void hear(AudienceEvent event, long nanos) {
    if (event.pod().equals(pod)) {
      hearOwn(nanos);
    } else {
      hearOther(event, nanos);
    }
  }

  /** Forgets who is silent, and returns what this pod has to say. */
  List<AudienceEvent> beat(long nanos) {
    if (!isDeaf(nanos)) {
      forgetSilent(nanos);
    }
    beats++;
    var events = new ArrayList<AudienceEvent>();
    local.values().forEach(crowd -> crowd.takeChange(beats).ifPresent(events::add));
    local.values().removeIf(LocalCrowd::isEmpty);
    events.addAll(round());
    return events;
  }

  /** The streams whose viewers have changed since this was last asked, with their counts. */
  Map<UUID, Long> takeCounts() {
    var counts = new HashMap<UUID, Long>();
    changed.forEach(streamId -> counts.put(streamId, count(streamId)));
    changed.clear();
    return counts;
  }

  /** The streams that are watched on this pod. */
  Set<UUID> localStreams() {
    return Set.copyOf(local.keySet());
  }

  /** The viewers of a stream that have sockets on this pod. */
  Set<Long> localKeys(UUID streamId) {
    var crowd = local.get(streamId);
    return crowd == null ? Set.of() : crowd.keys();
  }

  /** One pod of all, as long as they hear one another, writes down what concerns them together. */
  boolean isScribe() {
    return others.keySet().stream().allMatch(other -> pod.compareTo(other) < 0);
  }

  private long count(UUID streamId) {
    var crowds = new ArrayList<Crowd>();
    Optional.ofNullable(local.get(streamId)).map(LocalCrowd::toCrowd).ifPresent(crowds::add);
    others.values().forEach(other -> other.crowd(streamId).ifPresent(crowds::add));
    return Crowd.count(crowds, config.exactUpTo());
  }

  private List<AudienceEvent> round() {
    if (beats % config.beatsOfRound() != 0) {
      return List.of(new Beat(pod, null));
    }
    var events = new ArrayList<AudienceEvent>();
    local.values().forEach(crowd -> events.add(crowd.present(beats)));
    events.add(new Beat(pod, beats));
    return events;
  }

  /** After a time in which nobody was heard, everybody is given as long as ever to be heard. */
  private void hearOwn(long nanos) {
    if (isDeaf(nanos)) {
      others.values().forEach(other -> other.excuse(nanos));
    }
    lastOwn = nanos;
  }

  /** Before others would seem silent to it. */
  private boolean isDeaf(long nanos) {
    return nanos - lastOwn > config.silence().toNanos() / 2;
  }

  private void hearOther(AudienceEvent event, long nanos) {
    var other = others.computeIfAbsent(event.pod(), id -> new RemotePod());
    changed.addAll(other.hear(event, nanos));
    if (event instanceof Gone) {
      others.remove(event.pod());
    }
  }

  private void forgetSilent(long nanos) {
    var silence = config.silence().toNanos();
    others.values().stream()
        .filter(other -> other.isSilent(nanos, silence))
        .forEach(other -> changed.addAll(other.streams()));
    others.values().removeIf(other -> other.isSilent(nanos, silence));
  }

  private LocalCrowd crowd(UUID streamId) {
    return new LocalCrowd(pod, streamId, config.exactUpTo());
  }
}
