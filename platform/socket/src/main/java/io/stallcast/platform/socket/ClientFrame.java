package io.stallcast.platform.socket;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What clients say. An endpoint declares its own as a sealed interface that extends this one, whose
 * records carry their {@code type} as {@link com.fasterxml.jackson.annotation.JsonTypeName} and
 * their rules as Jakarta constraints. Whatever is not one of them is answered by an error frame.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface ClientFrame {

  /** The frames of clients that have nothing to say but what every client may: there are none. */
  abstract class None implements ClientFrame {
    private None() {}
  }

  /** By what the client knows this frame again in an error frame; may be null. */
  default String ref() {
    return null;
  }
}
