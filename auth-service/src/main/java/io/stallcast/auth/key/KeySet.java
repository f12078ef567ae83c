package io.stallcast.auth.key;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** A JSON web key set (RFC 7517), public halves only. */
record KeySet(List<Map<String, Object>> keys) {
  static KeySet of(KeyRing ring) {
    return new KeySet(
        ring.keys().stream()
            .map(key -> key.jwk().toParams(OutputControlLevel.PUBLIC_ONLY))
            .toList());
  }
}
