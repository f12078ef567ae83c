package io.stallcast.kubernetes;

import java.util.List;
import java.util.function.Supplier;

/** The files whose content follows from the services' code. */
enum Derived {
  /** Who a pod is: nobody that the cluster's API knows anything of. */
  ACCOUNTS("kubernetes/base/derived/accounts.yaml", manifests(Accounts::manifests)),
  ALERTS("kubernetes/base/derived/alerts.yaml", manifests(Alerts::manifests)),
  DATABASES("kubernetes/base/derived/databases.yaml", manifests(Databases::manifests)),
  NETWORK("kubernetes/base/derived/network.yaml", manifests(Network::manifests)),
  TOPICS("kubernetes/base/derived/topics.yaml", manifests(Topics::manifests)),
  DISRUPTION("kubernetes/production/derived/disruption.yaml", manifests(Disruption::manifests)),
  SCALING("kubernetes/production/derived/scaling.yaml", manifests(Scaling::manifests)),
  COMPOSE_DATABASES("compose/databases.sql", Compose::databases),
  COMPOSE_TOPICS("compose/topics.sh", Compose::topics);

  private static final String HEAD =
      " Made of the services' code by deploy/kubernetes/update; changes belong there.\n";

  private final String path;
  private final Supplier<String> content;

  Derived(String path, Supplier<String> content) {
    this.path = path;
    this.content = content;
  }

  /** Below {@code deploy}. */
  String path() {
    return path;
  }

  String text() {
    return (path.endsWith(".sql") ? "--" : "#") + HEAD + content.get();
  }

  private static Supplier<String> manifests(Supplier<List<String>> manifests) {
    return () -> String.join("---\n", manifests.get());
  }
}
