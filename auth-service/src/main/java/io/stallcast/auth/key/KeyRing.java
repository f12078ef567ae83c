package io.stallcast.auth.key;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All keys that are published, at one moment of reading them. Immutable. */
record KeyRing(List<SigningKey> keys) {
  static final KeyRing EMPTY = new KeyRing(List.of());

  KeyRing {
    keys = keys.stream().sorted(Comparator.comparingInt(SigningKey::number)).toList();
  }

  /** The key that signs at {@code now}: the newest whose time has come. */
  SigningKey signing(Instant now) {
    return signers().reversed().stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        // a pod whose clock is behind the one that made the first key
        .or(() -> signers().stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("There is no key to sign with"));
  }

  /** The key of that id, whether it signs or only verifies. */
  Optional<SigningKey> withId(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** The key that is to be made now, if it is time for one. */
  Optional<NextKey> due(Instant now, KeyConfig config) {
    if (keys.isEmpty() || !keys.getLast().canSign()) {
      return Optional.of(new NextKey(nextNumber(), now));
    }
    Instant next = keys.getLast().signsFrom().plus(config.signingPeriod());
    Instant soonest = now.plus(config.publishAhead());
    return next.isAfter(soonest)
        ? Optional.empty()
        : Optional.of(new NextKey(nextNumber(), soonest));
  }

  private int nextNumber() {
    return keys.isEmpty() ? 1 : keys.getLast().number() + 1;
  }

  private List<SigningKey> signers() {
    return keys.stream().filter(SigningKey::canSign).toList();
  }

  /** A key to be made: its number and when it begins to sign. */
  record NextKey(int number, Instant signsFrom) {}
}
