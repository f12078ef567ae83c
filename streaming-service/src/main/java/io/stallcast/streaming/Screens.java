package io.stallcast.streaming;

import java.util.UUID;

/** The sockets of this pod, by what they watch. Safe for use by several threads; nothing waits. */
public interface Screens {

  /** So many watch the stream now; who has been told so is not told again. */
  void count(UUID streamId, long viewers);

  /** Shows it to all who watch the stream. */
  void show(UUID streamId, WatchFrame frame);

  /** Shows it to all who watch a stream that shows the product, or is sold by it. */
  void showBeside(UUID productId, WatchFrame frame);
}
