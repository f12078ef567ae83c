package io.stallcast.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that the packages and classes of a module keep. Its test is
 *
 * <pre>{@code
 * class ArchitectureTest {
 *   @TestFactory
 *   Stream<DynamicTest> keepsTheRules() {
 *     return ArchitectureRules.of("io.stallcast.order");
 *   }
 * }
 * }</pre>
 */
public final class ArchitectureRules {
  private static final String OURS = "io.stallcast..";
  private static final String PLATFORM = "io.stallcast.platform..";

  private ArchitectureRules() {}

  /** One test for each rule over the main classes of the service whose root package is given. */
  public static Stream<DynamicTest> of(String root) {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
    if (main.isEmpty()) {
      throw new IllegalArgumentException("No classes in " + root);
    }
    return rules(root).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(main)));
  }

  static Map<String, ArchRule> rules(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("features do not know one another", featuresStandAlone(root));
    rules.put("the root does not know its features", rootKnowsNoFeature(root));
    rules.put("no other service's code is used", servicesStandAlone(root));
    rules.put("packages are named by capability", packagesAreNamedByCapability());
    rules.put("nothing blocks", nothingBlocks());
    rules.put("resources leave the database alone", resourcesLeaveTheDatabaseAlone());
    rules.put("events go through the outbox", eventsGoThroughTheOutbox());
    rules.put("time and ids are given", timeAndIdsAreGiven());
    rules.put("no old dates", noOldDates());
    rules.put("nothing prints", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
    return rules;
  }

  private static ArchRule featuresStandAlone(String root) {
    return slices().matching(root + ".(*)..").should().notDependOnEachOther();
  }

  private static ArchRule rootKnowsNoFeature(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root)
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..").and(not(resideInAPackage(root))).as("are a feature's"));
  }

  private static ArchRule servicesStandAlone(String root) {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage(OURS)
                .and(not(resideInAnyPackage(root + "..", PLATFORM)))
                .as("belong to another service"));
  }

  private static ArchRule packagesAreNamedByCapability() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..impl..",
            "..util..",
            "..utils..",
            "..dto..",
            "..mapper..",
            "..mappers..",
            "..manager..",
            "..common..",
            "..helper..",
            "..helpers..",
            "..service..");
  }

  private static ArchRule nothingBlocks() {
    return noClasses()
        .should()
        .callMethodWhere(calls("await", "io.smallrye.mutiny."))
        .orShould()
        .callMethodWhere(calls("asIterable", "io.smallrye.mutiny."))
        .orShould()
        .callMethodWhere(calls("asStream", "io.smallrye.mutiny."))
        .orShould()
        .callMethodWhere(calls("sleep", "java.lang.Thread"))
        .orShould()
        .callMethodWhere(calls("join", "java.util.concurrent."))
        .orShould()
        .callMethodWhere(calls("get", "java.util.concurrent.CompletableFuture"))
        .orShould()
        .callMethodWhere(calls("get", "java.util.concurrent.Future"));
  }

  private static ArchRule resourcesLeaveTheDatabaseAlone() {
    return noClasses()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "io.quarkus.hibernate..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "io.vertx.mutiny.sqlclient..",
                    "io.vertx.sqlclient..")
                .as("reach the database"));
  }

  private static ArchRule eventsGoThroughTheOutbox() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            named(
                "org.eclipse.microprofile.reactive.messaging.Emitter",
                "io.smallrye.reactive.messaging.MutinyEmitter",
                "org.apache.kafka.clients.producer.Producer",
                "org.apache.kafka.clients.producer.KafkaProducer"));
  }

  private static ArchRule timeAndIdsAreGiven() {
    return noClasses()
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("java.time")))
                .and(target(name("now")))
                .and(not(target(rawParameterTypes(Clock.class))))
                .as("the time is read from the machine rather than a Clock"))
        .orShould()
        .callMethodWhere(calls("currentTimeMillis", "java.lang.System"))
        .orShould()
        .callMethodWhere(calls("randomUUID", "java.util.UUID"));
  }

  private static ArchRule noOldDates() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            named("java.util.Date", "java.util.Calendar", "java.text.SimpleDateFormat"));
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    var wanted = Set.of(names);
    return DescribedPredicate.describe(
        "are " + String.join(" or ", names), type -> wanted.contains(type.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> calls(String method, String ownerPrefix) {
    return DescribedPredicate.describe(
        ownerPrefix + " " + method + "() is called",
        call ->
            call.getName().equals(method)
                && call.getTargetOwner().getName().startsWith(ownerPrefix));
  }
}
