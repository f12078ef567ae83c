package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds in every overlay. */
class RuleTest {
  private static final Cluster PRODUCTION = Cluster.of(Cluster.PRODUCTION);
  private static final Cluster DEV = Cluster.of(Cluster.DEV);

  static Stream<Arguments> rules() {
    return Stream.of(Rule.values())
        .flatMap(rule -> Stream.of(DEV, PRODUCTION).map(c -> Arguments.of(c.overlay(), rule, c)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rules")
  void holds(String overlay, Rule rule, Cluster cluster) {
    assertThat(rule.objections(cluster)).isEmpty();
  }
}
