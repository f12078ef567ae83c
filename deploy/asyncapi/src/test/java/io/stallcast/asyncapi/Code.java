package io.stallcast.asyncapi;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.websockets.next.WebSocket;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.socket.ClientFrame;
import io.stallcast.platform.socket.ServerFrame;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the classes of all services say about topics and sockets. */
final class Code {
  private static final String OURS = "io.stallcast.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stallcast");

  /** The sealed event interfaces, in the order of their names. */
  private static final List<Class<?>> EVENT_ROOTS =
      CLASSES.stream()
          .filter(type -> type.isAnnotatedWith(EventType.class))
          .<Class<?>>map(record -> record.reflect().getInterfaces()[0])
          .distinct()
          .sorted(Comparator.comparing(Class::getSimpleName))
          .toList();

  private Code() {}

  static List<Class<?>> eventRoots() {
    return EVENT_ROOTS;
  }

  static List<Class<?>> eventRoots(Topic topic) {
    return EVENT_ROOTS.stream()
        .filter(root -> root.getAnnotation(OnTopic.class).value() == topic)
        .toList();
  }

  /** The records that a sealed interface permits, in their order. */
  static Stream<Class<?>> records(Class<?> root) {
    return root.isSealed()
        ? Arrays.stream(root.getPermittedSubclasses()).flatMap(Code::records)
        : Stream.<Class<?>>of(root).filter(Class::isRecord);
  }

  /** The services that publish events of an interface. */
  static Set<String> publishers(Class<?> root) {
    var named = root.getAnnotation(OnTopic.class).by();
    return named.length == 0 ? Set.of(service(root.getName())) : new TreeSet<>(Set.of(named));
  }

  /** Whether a service makes such events: nobody else says so in the code. */
  static boolean makes(String service, Class<?> record) {
    JavaClass made = CLASSES.get(record);
    return Stream.concat(
            made.getConstructorCallsToSelf().stream(),
            made.getConstructorReferencesToSelf().stream())
        .anyMatch(access -> service(access.getOriginOwner().getName()).equals(service));
  }

  /** The services that read events of an interface: it is what they tell consumers to expect. */
  static Set<String> readers(Class<?> root) {
    return CLASSES.stream()
        .filter(type -> refersTo(type, root))
        .flatMap(type -> isPlatform(type) ? users(type) : Stream.of(service(type.getName())))
        .collect(toCollection(TreeSet::new));
  }

  /** The services that read by what the platform has for some of them. */
  private static Stream<String> users(JavaClass reader) {
    return CLASSES.stream()
        .filter(type -> !isPlatform(type))
        .filter(type ->
            type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackage())
                .anyMatch(reader.getPackage()::equals))
        .map(type -> service(type.getName()));
  }

  private static boolean isPlatform(JavaClass type) {
    return type.getName().startsWith(OURS + "platform.");
  }

  /** The endpoint of a service. */
  static Class<?> endpoint(String service) {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(WebSocket.class))
        .filter(type -> service(type.getName()).equals(service))
        .map(JavaClass::reflect)
        .findFirst()
        .orElseThrow();
  }

  /** The services with sockets. */
  static Set<String> socketServices() {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(WebSocket.class))
        .map(type -> service(type.getName()))
        .collect(toCollection(TreeSet::new));
  }

  /** What clients say to an endpoint, and to every one. */
  static List<Class<?>> clientFrames(Class<?> endpoint) {
    var parent = (ParameterizedType) endpoint.getGenericSuperclass();
    var own = (Class<?>) parent.getActualTypeArguments()[0];
    return Stream.concat(records(own), framesOfAll(ClientFrame.class)).toList();
  }

  /** What a service says on its sockets, and what all say. */
  static List<Class<?>> serverFrames(String service) {
    var own =
        CLASSES.stream()
            .filter(type -> type.isInterface() && type.isAssignableTo(ServerFrame.class))
            .filter(type -> service(type.getName()).equals(service))
            .map(JavaClass::reflect)
            .flatMap(Code::records);
    return Stream.concat(own, framesOfAll(ServerFrame.class)).toList();
  }

  private static Stream<Class<?>> framesOfAll(Class<?> direction) {
    return CLASSES.stream()
        .filter(type -> type.getPackage().equals(CLASSES.get(direction).getPackage()))
        .filter(type -> type.isRecord() && type.isAssignableTo(direction))
        .sorted(Comparator.comparing(JavaClass::getSimpleName))
        .map(JavaClass::reflect);
  }

  /** The service whose package a class is in. */
  private static String service(String className) {
    return className.substring(OURS.length()).replaceFirst("\\..*", "") + "-service";
  }

  private static boolean refersTo(JavaClass type, Class<?> root) {
    return type.getReferencedClassObjects().stream()
        .map(ReferencedClassObject::getRawType)
        .anyMatch(referred -> referred.isEquivalentTo(root));
  }
}
