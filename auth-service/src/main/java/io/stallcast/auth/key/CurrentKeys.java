package io.stallcast.auth.key;

import jakarta.enterprise.context.ApplicationScoped;

/** This pod's copy of the keys. Safe on any thread. */
@ApplicationScoped
class CurrentKeys {
  private volatile KeyRing ring = KeyRing.EMPTY;

  KeyRing ring() {
    return ring;
  }

  void replace(KeyRing read) {
    ring = read;
  }
}
