package io.stallcast.load;

import io.stallcast.stack.Part;
import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stack that is measured: as it is run for people, one pod of each service, but with both
 * compilers, limits that do not stop the load, and traces sampled at one in a hundred.
 */
final class LoadStack {
  private static final String WITHOUT_END = "100000000";
  private static final List<String> LIMITS =
      List.of(
          "stallcast.gateway.limits.address.requests",
          "stallcast.gateway.limits.user.requests",
          "stallcast.gateway.limits.sign-in.requests",
          "stallcast.auth.throttle.per-address",
          "stallcast.auth.throttle.per-account",
          "stallcast.sockets.per-user",
          "stallcast.sockets.per-address",
          "stallcast.sockets.frames.burst",
          "stallcast.sockets.frames.per-second",
          "stallcast.chat.per-user.burst",
          "stallcast.chat.per-user.per-second",
          "stallcast.chat.per-room.burst",
          "stallcast.chat.per-room.per-second");

  private LoadStack() {}

  /** With some applications left out, where nobody needs them. */
  static Stack start(Path root, List<String> jvm, Set<String> without, Progress progress) {
    return Stack.start(
        StackSettings.temporary(root).with(settings()).jvm(jvm).without(without), progress);
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Map.of("stallcast.telemetry.sampling", "0.01"));
    LIMITS.forEach(limit -> settings.put(limit, WITHOUT_END));
    return settings;
  }

  /** Where the services that have an outbox are found. */
  static List<String> services(Stack stack) {
    return stack.parts().stream()
        .map(Part::name)
        .filter(name -> name.endsWith("-service"))
        .map(stack::url)
        .toList();
  }
}
