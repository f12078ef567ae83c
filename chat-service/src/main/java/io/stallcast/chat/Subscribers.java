package io.stallcast.chat;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Tells who subscribes to whom, so that it can be shown. */
public interface Subscribers {
  /** Has it looked up for somebody who comes; never fails, and does not wait for long. */
  Uni<Void> meet(UUID creator, UUID user);

  /** Whether somebody subscribes, as far as this pod knows: what is not known is not waited for. */
  boolean include(UUID creator, UUID user);
}
