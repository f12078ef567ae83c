package io.stallcast.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where each part of a stack is found: its port, its folder, and the secrets they share. */
public final class Sites {
  /** Nobody but this machine is served: the log-ins of the demo are known to everybody. */
  static final String HOST = "127.0.0.1";

  private final Map<String, Integer> ports;
  private final Replicas replicas;
  private final DataFolder data;

  Sites(Map<String, Integer> ports, Replicas replicas, DataFolder data) {
    this.ports = Map.copyOf(ports);
    this.replicas = replicas;
    this.data = data;
  }

  int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  /** {@code host:port}. */
  String address(String name) {
    return HOST + ":" + port(name);
  }

  /** {@code host:port} of each pod, comma-separated: for whoever balances by itself. */
  String addresses(String application) {
    return replicas.names(application).map(this::address).collect(Collectors.joining(","));
  }

  /** The one address behind which all pods of an application stand. */
  String url(String application) {
    return url(
        port(replicas.areSeveral(application) ? Topology.balancer(application) : application));
  }

  static String url(int port) {
    return "http://localhost:" + port;
  }

  /** The folder that is a part's own. */
  Path folder(String name) {
    return data.folder(name);
  }

  /** A secret of this data folder, the same at every start. */
  String secret(String name) {
    return data.secret(name);
  }

  /** The keys that push services know this data folder's notification-service by. */
  PushKeys pushKeys() {
    return PushKeys.in(data.folder("secrets").resolve("push-keys"));
  }

  Map<String, Integer> ports() {
    return ports;
  }
}
