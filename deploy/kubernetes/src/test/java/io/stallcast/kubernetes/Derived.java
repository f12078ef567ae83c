package io.stallcast.kubernetes;

import java.util.List;
import java.util.function.Supplier;

/** The files whose content follows from the services' code. */
enum Derived {
  /** Who a pod is: nobody that the cluster's API knows anything of. */
  ACCOUNTS("kubernetes/base/derived/accounts.yaml", Accounts::manifests),
  DATABASES("kubernetes/base/derived/databases.yaml", Databases::manifests),
  NETWORK("kubernetes/base/derived/network.yaml", Network::manifests),
  TOPICS("kubernetes/base/derived/topics.yaml", Topics::manifests),
  DISRUPTION("kubernetes/production/derived/disruption.yaml", Disruption::manifests),
  SCALING("kubernetes/production/derived/scaling.yaml", Scaling::manifests);

  private static final String HEAD =
      "# Made of the services' code by deploy/kubernetes/update; changes belong there.\n";

  private final String path;
  private final Supplier<List<String>> manifests;

  Derived(String path, Supplier<List<String>> manifests) {
    this.path = path;
    this.manifests = manifests;
  }

  /** Below {@code deploy}. */
  String path() {
    return path;
  }

  String text() {
    return HEAD + String.join("---\n", manifests.get());
  }
}
