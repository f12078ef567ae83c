package io.stallcast.asyncapi;

import com.github.victools.jsonschema.generator.FieldScope;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;

/** Who writes a record, and with it what may be missing from it. */
enum Writer {
  /** Publishers write every component, also those that are null. */
  PUBLISHER {
    @Override
    boolean mustHave(FieldScope component) {
      return true;
    }

    @Override
    boolean mayBeNull(FieldScope component) {
      return has(component, Nullable.class);
    }
  },
  /** Servers leave out what is null. */
  SERVER {
    @Override
    boolean mustHave(FieldScope component) {
      return !has(component, Nullable.class);
    }

    @Override
    boolean mayBeNull(FieldScope component) {
      return false;
    }
  },
  /** Clients may leave out what they need not say, and may as well say null. */
  CLIENT {
    @Override
    boolean mustHave(FieldScope component) {
      return isNumber(component)
          || Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
              .anyMatch(rule -> has(component, rule));
    }

    @Override
    boolean mayBeNull(FieldScope component) {
      return !mustHave(component) && !component.getType().isPrimitive();
    }
  };

  abstract boolean mustHave(FieldScope component);

  abstract boolean mayBeNull(FieldScope component);

  private static boolean has(FieldScope component, Class<? extends Annotation> annotation) {
    return component.getAnnotation(annotation) != null;
  }

  private static boolean isNumber(FieldScope component) {
    return component.getType().isPrimitive()
        && component.getType().getErasedType() != boolean.class;
  }
}
