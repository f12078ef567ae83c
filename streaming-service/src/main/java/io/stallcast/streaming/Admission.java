package io.stallcast.streaming;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Decides who may watch. */
public interface Admission {

  /**
   * Admits whoever may watch: everybody where the stream is free, its creator always, others with
   * an entitlement.
   *
   * @param viewer empty for the anonymous
   * @return fails with {@code no_access} (403); with {@code unavailable} (503) where only
   *     payment-service could tell and does not
   */
  Uni<Pass> admit(Stream stream, Optional<Viewer> viewer);

  /** Whether a pass is worth nothing any more, as far as this pod has heard; without I/O. */
  boolean isRevoked(Pass pass);
}
