package io.stallcast.streaming.audience;

import io.stallcast.streaming.audience.AudienceEvent.Beat;
import io.stallcast.streaming.audience.AudienceEvent.Changed;
import io.stallcast.streaming.audience.AudienceEvent.Present;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The viewers of another pod, as it has told of them. Not safe for several threads. */
final class RemotePod {
  private final Map<UUID, Crowd> crowds = new HashMap<>();

  /** Streams that the full count under way has named. */
  private final Set<UUID> named = new HashSet<>();

  private long lastHeard;

  /** Notes what it says at {@code nanos}; returns the streams whose viewers changed by it. */
  Set<UUID> hear(AudienceEvent event, long nanos) {
    lastHeard = nanos;
    return switch (event) {
      case Changed changed -> hear(changed);
      case Present present -> hear(present);
      case Beat beat when beat.round() != null -> endRound();
      case Beat ignored -> Set.of();
      case AudienceEvent.Gone ignored -> streams();
    };
  }

  /** It could not be heard until now. */
  void excuse(long nanos) {
    lastHeard = nanos;
  }

  boolean isSilent(long nanos, long silence) {
    return nanos - lastHeard > silence;
  }

  Optional<Crowd> crowd(UUID streamId) {
    return Optional.ofNullable(crowds.get(streamId));
  }

  Set<UUID> streams() {
    return Set.copyOf(crowds.keySet());
  }

  private Set<UUID> hear(Changed changed) {
    var crowd = crowds.computeIfAbsent(changed.streamId(), id -> Crowd.Known.of(new long[0]));
    if (crowd instanceof Crowd.Known known) {
      Arrays.stream(changed.left()).forEach(known.keys()::remove);
      Arrays.stream(changed.joined()).forEach(known.keys()::add);
    }
    return Set.of(changed.streamId());
  }

  private Set<UUID> hear(Present present) {
    named.add(present.streamId());
    crowds.put(
        present.streamId(),
        present.sketch() == null
            ? Crowd.Known.of(present.viewers())
            : Crowd.Sketched.of(present.sketch()));
    return Set.of(present.streamId());
  }

  private Set<UUID> endRound() {
    var emptied = new HashSet<>(crowds.keySet());
    emptied.removeAll(named);
    crowds.keySet().removeAll(emptied);
    named.clear();
    return emptied;
  }
}
