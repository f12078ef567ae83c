package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

  static Stream<Manifest> manifests() {
    return Stream.of(Cluster.DEV, Cluster.PRODUCTION)
        .flatMap(overlay -> Cluster.of(overlay).manifests().stream());
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyManifestFitsItsSchema(Manifest manifest) {
    assertThat(Schemas.objections(manifest)).isEmpty();
  }

  /** Each is one that an API server would refuse, or silently leave something out of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a}, automountToken: false}",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: 2}}",
        "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {maxUnavailable: [1]}}",
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {maxReplicas: 3}}",
        "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: a}, spec: {triggers: []}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: a}, spec: {rule: []}}",
        "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a}, spec: {endpoints: []}}",
        "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {partitions: many}}",
        "{apiVersion: postgresql.cnpg.io/v1, kind: Database, metadata: {name: a}, spec: {name: a}}",
        "{apiVersion: extensions/v1beta1, kind: Deployment, metadata: {name: a}, spec: {}}"
      })
  void whatDoesNotFitIsObjectedTo(String manifest) {
    assertThat(Schemas.objections(Manifest.of(manifest).getFirst())).isNotEmpty();
  }

  @Test
  void overlaysAreNotEmpty() {
    assertThat(manifests()).hasSizeGreaterThan(150);
  }
}
