package io.stallcast.streaming.reaction;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.platform.fanout.Fanout;
import io.stallcast.streaming.Reactions;
import io.stallcast.streaming.Screens;
import io.stallcast.streaming.WatchFrame;
import io.stallcast.streaming.reaction.ReactionEvent.Reacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;

/** Adds up the reactions of this pod's viewers, and those of all pods. */
@ApplicationScoped
class CountedReactions implements Reactions {
  private final Applause own = new Applause();
  private final Applause all = new Applause();
  private final Fanout fanout;
  private final Screens screens;

  CountedReactions(Fanout fanout, Screens screens) {
    this.fanout = fanout;
    this.screens = screens;
  }

  @Override
  public void react(UUID streamId, String emoji) {
    own.add(streamId, emoji, 1);
  }

  void listen(@Observes Ears ears) {
    ears.hear(
        Topic.STREAMING_AUDIENCE, ReactionEvent.class, Duration.ZERO, event -> hear(event.data()));
  }

  @Scheduled(every = "1s")
  @NonBlocking
  void tell() {
    own.take()
        .forEach((streamId, counts) ->
            fanout.say(Topic.STREAMING_AUDIENCE, streamId, new Reacted(streamId, counts)));
    all.take()
        .forEach((streamId, counts) -> screens.show(streamId, new WatchFrame.Reactions(counts)));
  }

  private void hear(ReactionEvent event) {
    switch (event) {
      case Reacted reacted ->
          reacted.counts().forEach((emoji, times) -> all.add(reacted.streamId(), emoji, times));
    }
  }
}
