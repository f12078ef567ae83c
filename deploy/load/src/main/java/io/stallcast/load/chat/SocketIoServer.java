package io.stallcast.load.chat;

import io.stallcast.platform.embedded.Lifeline;
import java.util.Map;
import java.util.stream.Stream;

/** A socket.io server that runs until it is closed. */
record SocketIoServer(String title, int port, Process node, Lifeline lifeline)
    implements ChatServer {
  @Override
  public String dialect() {
    return "socket.io";
  }

  @Override
  public ProcessHandle process() {
    return node.toHandle();
  }

  @Override
  public Map<String, Stream<ProcessHandle>> helpers() {
    return Map.of();
  }

  @Override
  public void close() {
    node.destroyForcibly().onExit().join();
    lifeline.close();
  }
}
