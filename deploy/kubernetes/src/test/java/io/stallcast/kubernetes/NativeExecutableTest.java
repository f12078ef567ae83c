package io.stallcast.kubernetes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.socket.ClientFrame;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is known only while a service runs has to be said for a native executable, and what is known
 * too early must not be. That Quarkus can make all that an executable is compiled of is seen by the
 * build of each module (the profile {@code native-sources}).
 */
class NativeExecutableTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stallcast");

  /** {@code getPermittedSubclasses} tells nothing of an interface that is not registered. */
  @Test
  void messagesAreFoundByTheirInterface() {
    classes().that(areRead()).should().beAnnotatedWith(RegisterForReflection.class).check(CLASSES);
  }

  /** Jackson reads and writes the components of records by reflection. */
  @Test
  void whatMessagesAreMadeOfIsRegistered() {
    Set<String> missing = new TreeSet<>();
    CLASSES.stream()
        .filter(areRead())
        .flatMap(root -> Stream.concat(Stream.of(root), root.getAllSubclasses().stream()))
        .filter(JavaClass::isRecord)
        .forEach(record -> visit(record, missing));

    assertThat(missing).isEmpty();
  }

  @Test
  void nothingOfTheDesktopIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
        .check(CLASSES);
  }

  /** What a static field has is what it had when the executable was compiled. */
  @Test
  void nothingIsRandomOnlyOnce() {
    fields().that().areStatic().should().notHaveRawType(assignableTo(Random.class)).check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> areRead() {
    return DescribedPredicate.describe(
        "are what messages and frames are found by",
        type -> type.isAnnotatedWith(OnTopic.class) || isEndpointsFrame(type));
  }

  /** The sealed interface of what clients may send to one endpoint. */
  private static boolean isEndpointsFrame(JavaClass type) {
    return type.isInterface()
        && type.isAssignableTo(ClientFrame.class)
        && !type.isEquivalentTo(ClientFrame.class);
  }

  private static void visit(JavaClass type, Set<String> missing) {
    if (!type.getName().startsWith("io.stallcast.") || type.isEnum()) {
      return;
    }
    if (!type.isAnnotatedWith(RegisterForReflection.class)) {
      missing.add(type.getName());
    }
    type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
        .filter(part -> !part.equals(type))
        .forEach(part -> visit(part, missing));
  }
}
