package io.stallcast.load;

import io.stallcast.stack.Part;
import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The stack that is measured: as it is run for people, but with both compilers, room to work in,
 * limits that do not stop the load, and traces sampled at one in a hundred.
 */
final class LoadStack {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "stallcast.gateway.limits.address.requests", "100000000",
          "stallcast.gateway.limits.user.requests", "100000000",
          "stallcast.gateway.limits.sign-in.requests", "100000000",
          "stallcast.auth.throttle.per-address", "100000000",
          "stallcast.auth.throttle.per-account", "100000000",
          "stallcast.telemetry.sampling", "0.01");

  private LoadStack() {}

  static Stack start(Path root, List<String> jvm, Progress progress) {
    StackSettings settings = StackSettings.temporary(root).with(SETTINGS).jvm(jvm);
    return Stack.start(settings, progress);
  }

  /** The services that have an outbox. */
  static List<String> services(Stack stack) {
    return stack.parts().stream()
        .map(Part::name)
        .filter(name -> name.endsWith("-service"))
        .map(stack::url)
        .toList();
  }
}
