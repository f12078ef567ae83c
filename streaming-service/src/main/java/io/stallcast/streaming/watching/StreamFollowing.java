package io.stallcast.streaming.watching;

import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.event.streaming.StreamEvent.StreamCancelled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamChanged;
import io.stallcast.platform.event.streaming.StreamEvent.StreamEnded;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductPinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamProductUnpinned;
import io.stallcast.platform.event.streaming.StreamEvent.StreamReminderDue;
import io.stallcast.platform.event.streaming.StreamEvent.StreamScheduled;
import io.stallcast.platform.event.streaming.StreamEvent.StreamStarted;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.platform.socket.CloseCode;
import io.stallcast.streaming.Viewers;
import io.stallcast.streaming.WatchFrame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Tells those who watch a stream what happens to it. */
@ApplicationScoped
class StreamFollowing {
  private final Watchers watchers;
  private final Watching watching;
  private final Viewers viewers;

  StreamFollowing(Watchers watchers, Watching watching, Viewers viewers) {
    this.watchers = watchers;
    this.watching = watching;
    this.viewers = viewers;
  }

  void listen(@Observes Ears ears) {
    ears.hear(
        Topic.STREAMING_EVENTS, StreamEvent.class, Duration.ZERO, event -> hear(event.data()));
  }

  private void hear(StreamEvent event) {
    switch (event) {
      case StreamScheduled e -> learn(e.stream());
      case StreamChanged e -> change(e.stream());
      case StreamStarted e -> tell(e.stream(), new WatchFrame.StreamStarted());
      case StreamEnded e -> tell(e.stream(), new WatchFrame.StreamEnded());
      case StreamProductPinned e -> tellProduct(e.stream());
      case StreamProductUnpinned e -> tellProduct(e.stream());
      case StreamCancelled e -> close(e.stream());
      case StreamReminderDue ignored -> {}
    }
  }

  private void tellProduct(StreamEvent.Stream stream) {
    tell(stream, new WatchFrame.ProductPinned(stream.pinnedProductId()));
  }

  private void tell(StreamEvent.Stream stream, WatchFrame frame) {
    learn(stream);
    watchers.show(stream.id(), frame);
  }

  /** Who may watch may have changed with it. */
  private void change(StreamEvent.Stream stream) {
    watchers
        .find(stream.id())
        .filter(watched -> watched.hasOtherAccess(stream))
        .ifPresent(watched -> watched.seats().forEach(watching::recheck));
    learn(stream);
  }

  private void learn(StreamEvent.Stream stream) {
    watchers
        .find(stream.id())
        .ifPresent(watched -> {
          watched.learn(stream);
          viewers.onAir(stream.id(), watched.isLive());
        });
  }

  private void close(StreamEvent.Stream stream) {
    watchers
        .find(stream.id())
        .ifPresent(
            watched -> watched.seats().forEach(seat -> seat.socket().close(CloseCode.NOT_FOUND)));
  }
}
