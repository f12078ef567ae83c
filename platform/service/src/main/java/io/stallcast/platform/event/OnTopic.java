package io.stallcast.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the events of a sealed event interface travel. It stands on every such interface; the event
 * catalogue is made of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnTopic {
  Topic value();

  /** The services that publish them; where none is named, the one that the interface is part of. */
  String[] by() default {};
}
