package io.stallcast.kubernetes;

import java.util.List;

/** A ServiceAccount for each service, without a token. */
final class Accounts {
  private Accounts() {}

  static List<String> manifests() {
    return Service.all().stream().map(Accounts::manifest).toList();
  }

  private static String manifest(Service service) {
    return """
    apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: %s
    automountServiceAccountToken: false
    """
        .formatted(service.name());
  }
}
