package io.stallcast.streaming;

import jakarta.enterprise.context.ApplicationScoped;

/** Streams as clients see them, with how many watch now. */
@ApplicationScoped
public class StreamViews {
  private final Viewers viewers;

  StreamViews(Viewers viewers) {
    this.viewers = viewers;
  }

  public StreamView of(Stream stream) {
    return StreamView.of(stream, viewers.of(stream.id()), null);
  }

  /** For its creator, to whom the key is shown this once. */
  public StreamView of(Stream stream, StreamKey key) {
    return StreamView.of(stream, viewers.of(stream.id()), key.value());
  }
}
