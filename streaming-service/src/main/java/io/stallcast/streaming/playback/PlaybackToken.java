package io.stallcast.streaming.playback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a player needs to play. */
@RegisterForReflection
@Schema(name = "PlaybackToken")
record PlaybackToken(
    String token,
    @Schema(description = "Ask for another one before") Instant expiresAt,
    @Schema(description = "Of the playlist, with the token in its path") String playlistUrl) {

  PlaybackToken(String token, Instant expiresAt, UUID streamId) {
    this(token, expiresAt, "/live/%s/%s/index.m3u8".formatted(streamId, token));
  }

  @Override
  public String toString() {
    return "PlaybackToken[expiresAt=" + expiresAt + "]";
  }
}
