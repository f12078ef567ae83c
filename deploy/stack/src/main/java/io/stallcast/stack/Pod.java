package io.stallcast.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One process of an application, with a port, a folder and a log of its own.
 *
 * @param number counted from 1
 */
record Pod(Application application, int number) {
  /** What a pod opens at most: 16 connections for requests, 4 for its relay, 2 for migrations. */
  static final int DATABASE_CONNECTIONS = 22;

  /** {@code order-service}, {@code order-service-2}, ... */
  String name() {
    return name(application.name(), number);
  }

  static String name(String application, int number) {
    return number == 1 ? application : application + "-" + number;
  }

  /** Where it answers probes. */
  String probed() {
    return application.name().equals(Topology.GATEWAY) ? Topology.MANAGEMENT : name();
  }

  /** What it is told: who it is, and where the others are. */
  Map<String, String> properties(Sites sites) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("quarkus.http.host", Sites.HOST);
    properties.put("quarkus.http.port", "" + sites.port(name()));
    application.settings().forEach((name, value) -> properties.put(name, value.apply(sites)));
    return properties;
  }
}
