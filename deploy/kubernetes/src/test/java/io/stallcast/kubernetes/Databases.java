package io.stallcast.kubernetes;

import java.util.List;

/** A database for each service that has one. Their roles are in {@code base/postgres.yaml}. */
final class Databases {
  private Databases() {}

  static List<String> manifests() {
    return Service.all().stream()
        .filter(service -> service.database().isPresent())
        .map(service -> manifest(service.name(), service.database().get()))
        .toList();
  }

  private static String manifest(String service, String database) {
    return """
    apiVersion: postgresql.cnpg.io/v1
    kind: Database
    metadata:
      name: %1$s
    spec:
      cluster:
        name: postgres
      name: %2$s
      owner: %2$s
      databaseReclaimPolicy: retain
    """
        .formatted(service, database);
  }
}
