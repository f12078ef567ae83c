package io.stallcast.load;

import io.stallcast.stack.Part;
import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The stack that is measured: as it is run for people, one pod of each service, but with both
 * compilers, limits that do not stop the load, and traces sampled at one in a hundred.
 */
final class LoadStack {
  private static final String WITHOUT_END = "100000000";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "stallcast.gateway.limits.address.requests", WITHOUT_END,
          "stallcast.gateway.limits.user.requests", WITHOUT_END,
          "stallcast.gateway.limits.sign-in.requests", WITHOUT_END,
          "stallcast.auth.throttle.per-address", WITHOUT_END,
          "stallcast.auth.throttle.per-account", WITHOUT_END,
          "stallcast.telemetry.sampling", "0.01");

  private LoadStack() {}

  static Stack start(Path root, List<String> jvm, Progress progress) {
    return Stack.start(StackSettings.temporary(root).with(SETTINGS).jvm(jvm), progress);
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
