package io.stallcast.asyncapi;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Makes a record of any kind.
 *
 * @param absent which components are null
 */
record Sample(Predicate<RecordComponent> absent) {

  Object of(Class<?> record) {
    try {
      RecordComponent[] components = record.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components)
              .map(component -> absent.test(component) ? null : value(component.getGenericType()))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No sample of " + record, e);
    }
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return of(plain);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return plain.isArray() ? Array.newInstance(plain.getComponentType(), 2) : simple(plain);
  }

  private Object container(Class<?> raw, Type[] of) {
    if (raw == Map.class) {
      return Map.of(value(of[0]), value(of[1]));
    }
    return raw == Set.class ? Set.of(value(of[0])) : List.of(value(of[0]));
  }

  private static Object simple(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> "EUR"; // which may also be a currency
      case "UUID" -> UUID.fromString("01930000-0000-7000-8000-000000000001");
      case "Instant" -> Instant.EPOCH;
      case "int", "Integer" -> 1;
      case "long", "Long" -> 1L;
      case "boolean", "Boolean" -> true;
      default -> throw new IllegalArgumentException("No sample of " + type);
    };
  }
}
