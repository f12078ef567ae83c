package io.stallcast.platform.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which record stands for which CloudEvents type within a sealed event interface. */
final class EventTypes {
  private static final ClassValue<Map<String, Class<?>>> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> root) {
          return leaves(root)
              .collect(Collectors.toUnmodifiableMap(c -> of(c).value(), Function.identity()));
        }
      };

  private EventTypes() {}

  static EventType of(Class<?> record) {
    var type = record.getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalArgumentException(record.getName() + " has no @EventType");
    }
    return type;
  }

  static <T> Optional<Class<? extends T>> find(Class<T> root, String type) {
    return Optional.ofNullable(BY_TYPE.get(root).get(type)).map(c -> c.asSubclass(root));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::leaves)
        : Stream.of(type);
  }
}
