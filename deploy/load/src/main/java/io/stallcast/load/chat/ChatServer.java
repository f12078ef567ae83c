package io.stallcast.load.chat;

import java.util.Map;
import java.util.stream.Stream;

/** What a crowd talks by. */
interface ChatServer extends AutoCloseable {
  /** As the crowd's process calls its dialect. */
  String dialect();

  /** For people. */
  String title();

  /** Where it listens, on this machine. */
  int port();

  ProcessHandle process();

  /** Who else works for it, by name. */
  Map<String, Stream<ProcessHandle>> helpers();

  @Override
  void close();
}
