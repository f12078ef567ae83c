package io.stallcast.load.chat;

import io.stallcast.stack.Stack;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

/** chat-service as a stack runs it, asked on its own port: past the gateway. */
record ChatService(Stack stack) implements ChatServer {
  private static final String NAME = "chat-service";

  @Override
  public String dialect() {
    return NAME;
  }

  @Override
  public String title() {
    return NAME;
  }

  @Override
  public int port() {
    return URI.create(stack.url(NAME)).getPort();
  }

  @Override
  public ProcessHandle process() {
    return stack.part(NAME).process();
  }

  @Override
  public Map<String, Stream<ProcessHandle>> helpers() {
    return Map.of(
        "broker", stack.part("broker").processes(),
        "database", stack.part("database").processes());
  }

  /** It goes with its stack. */
  @Override
  public void close() {}
}
