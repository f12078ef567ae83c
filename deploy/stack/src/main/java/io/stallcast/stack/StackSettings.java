package io.stallcast.stack;

import io.stallcast.platform.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stack is to be like.
 *
 * @param root the repository, which has the applications built in it
 * @param data where everything is kept
 * @param ports of each part
 * @param replicas how many pods each application has
 * @param without applications that are left out: whoever wants them runs them
 * @param temporary whether the data goes with the stack
 * @param overrides properties that every application gets besides its own
 * @param jvm options of every JVM that is started, the broker's too, besides the stack's own
 */
public record StackSettings(
    Path root,
    Path data,
    Map<String, Integer> ports,
    Replicas replicas,
    Set<String> without,
    boolean temporary,
    Map<String, String> overrides,
    List<String> jvm) {

  /** The applications that can have several pods. */
  public static List<String> services() {
    return Topology.names().filter(Topology::isService).toList();
  }

  /** A stack that is to stay, on the ports that the README names. */
  public static StackSettings lasting(Path root, Path data) {
    return new StackSettings(
        root,
        data,
        Topology.ports(Replicas.ONE_EACH),
        Replicas.ONE_EACH,
        Set.of(),
        false,
        Map.of(),
        List.of());
  }

  /** A stack beside others, on free ports, that leaves nothing behind. */
  public static StackSettings temporary(Path root) {
    try {
      Path data = Files.createTempDirectory("stallcast-stack-");
      return lasting(root, data).goingWithItsData().onFreePorts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same on other ports. */
  public StackSettings on(Map<String, Integer> otherPorts) {
    return new StackSettings(root, data, otherPorts, replicas, without, temporary, overrides, jvm);
  }

  /** The same on ports that nobody has just now. */
  public StackSettings onFreePorts() {
    var free = Ports.free(ports.size()).iterator();
    Map<String, Integer> others = new LinkedHashMap<>(ports);
    others.replaceAll((name, port) -> free.next());
    return on(others);
  }

  /**
   * The same with several pods of some services: {@code Map.of("order-service", 2)}. Ports are to
   * be chosen after this: pods have some, too.
   *
   * @throws StackFailure where there is no such service, or not that many pods
   */
  public StackSettings replicas(Map<String, Integer> pods) {
    Replicas.mistake(pods).ifPresent(Preflight::refuse);
    var more = new Replicas(pods);
    var all =
        new StackSettings(
            root, data, Topology.ports(more), more, without, temporary, overrides, jvm);
    return temporary ? all.onFreePorts() : all;
  }

  /** The same with some applications left out. */
  public StackSettings without(Set<String> left) {
    return new StackSettings(root, data, ports, replicas, left, temporary, overrides, jvm);
  }

  /** The same with properties for every application, such as shorter waits for a test. */
  public StackSettings with(Map<String, String> properties) {
    return new StackSettings(root, data, ports, replicas, without, temporary, properties, jvm);
  }

  /** The same with options for every JVM that is started; a later one wins over the stack's own. */
  public StackSettings jvm(List<String> options) {
    return new StackSettings(root, data, ports, replicas, without, temporary, overrides, options);
  }

  private StackSettings goingWithItsData() {
    return new StackSettings(root, data, ports, replicas, without, true, overrides, jvm);
  }
}
