package io.stallcast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is seen red: {@code io.stallcast.planted} breaks each of them. */
class ArchitectureRulesTest {
  private static final String PLANTED = "io.stallcast.planted";

  @TestFactory
  Stream<DynamicTest> refuseWhatIsPlanted() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    return ArchitectureRules.rules(PLANTED).entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(),
                () -> assertThat(rule.getValue().evaluate(planted).hasViolation()).isTrue()));
  }

  @Test
  void refuseToRuleOverNothing() {
    assertThatThrownBy(() -> ArchitectureRules.of("io.stallcast.absent"))
        .hasMessageContaining("io.stallcast.absent");
  }

  @TestFactory
  Stream<DynamicTest> acceptACleanPackage() {
    return ArchitectureRules.of("io.stallcast.platform.money");
  }
}
