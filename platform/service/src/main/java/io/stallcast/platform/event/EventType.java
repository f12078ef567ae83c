package io.stallcast.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents {@code type} under which a record travels. It stands on every record that a
 * sealed event interface permits, and never changes once published: a breaking change of the data
 * is a new type.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
  /** The type, {@code <aggregate>.<what-happened>}, such as {@code order.created}. */
  String value();

  /** Version of the data's schema; raised by additive changes. */
  int version() default 1;

  /**
   * Whether the event ends its aggregate: it is sent with a null value, so that compaction removes
   * the aggregate from the topic. Such a record has no components.
   */
  boolean tombstone() default false;
}
