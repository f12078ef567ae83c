package io.stallcast.kubernetes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold of all that a cluster is told. */
enum Rule {
  PROBES("started, ready and live are asked for where the service answers them", Pods::probes),
  LIMITS("every container says what it needs and what it may take at most", Pods::limits),
  RESTRICTED("every pod keeps the restricted Pod Security Standard, and more", Pods::restricted),
  TOKENS("no pod has a token for the cluster's API", Pods::tokens),
  FAREWELL("a pod has time to say farewell", Pods::farewell),
  SPREAD("pods of a service are spread over nodes and zones", Pods::spread),
  IMAGES("every image is of a version", Pods::images),
  SCHEMA("the schema is migrated before a pod starts, and by nothing else", Pods::schema),
  ENVIRONMENT("every environment variable is read by somebody who is given it", Settings::read),
  SECRETS("secrets come from outside", Settings::secrets),
  ADDRESSES("every address that pods are given is a Service's", Settings::addresses),
  SERVICES("every Service leads to a port of pods", Routes::services),
  ROUTES("what comes from outside is led to the gateway", Routes::routes),
  ENCRYPTED("production is reached by TLS alone", Routes::encrypted),
  NETWORK("pods are reached by those who ask them, and by nobody else", Routes::network),
  MONITORED("every service's metrics are read where it has them", Routes::monitored),
  TOPIC_LIST("there are exactly the topics of the catalogue", Infrastructure::topics),
  DATABASE_LIST("every service has its database, and owns it", Infrastructure::databases),
  CONNECTIONS("the database takes the connections of all pods", Infrastructure::connections),
  BACKUP("production's databases are backed up", Infrastructure::backup),
  SCALED("every service is scaled by one alone, and has two pods at least", Infrastructure::scaled),
  DISRUPTION("nodes can be emptied, and no service is away meanwhile", Infrastructure::disruption);

  private final String sentence;
  private final Function<Cluster, Stream<String>> check;

  Rule(String sentence, Function<Cluster, Stream<String>> check) {
    this.sentence = sentence;
    this.check = check;
  }

  /** What is not as it must be; empty where all is. */
  List<String> objections(Cluster cluster) {
    return check.apply(cluster).map(objection -> name() + ": " + objection).toList();
  }

  @Override
  public String toString() {
    return sentence;
  }
}
