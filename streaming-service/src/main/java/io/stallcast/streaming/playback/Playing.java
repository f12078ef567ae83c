package io.stallcast.streaming.playback;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Admission;
import io.stallcast.streaming.StreamingProblem;
import io.stallcast.streaming.Streams;
import io.stallcast.streaming.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A viewer wants to watch, and a player or a CDN to know whether a token still lets it. */
@ApplicationScoped
class Playing {
  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final Admission admission;
  private final PlaybackTokens tokens;

  Playing(UnitOfWork unitOfWork, Streams streams, Admission admission, PlaybackTokens tokens) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.admission = admission;
    this.tokens = tokens;
  }

  Uni<PlaybackToken> tokenFor(UUID streamId, Optional<Viewer> viewer) {
    return unitOfWork
        .read(() -> streams.get(streamId))
        .chain(stream -> admission.admit(stream, viewer))
        .map(tokens::sign);
  }

  /** Without I/O; fails with {@code no_access} where it does not. */
  void requireValid(UUID streamId, String token) {
    var pass = tokens.verify(streamId, token);
    if (pass.isEmpty() || admission.isRevoked(pass.get())) {
      throw StreamingProblem.NO_ACCESS.because("The token is not valid.");
    }
  }
}
