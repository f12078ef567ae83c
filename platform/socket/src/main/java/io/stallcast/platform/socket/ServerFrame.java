package io.stallcast.platform.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.time.Duration;

/**
 * What a server says: a record whose {@link JsonTypeName} is the frame's {@code type}. Absent
 * components are left out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface ServerFrame {

  /**
   * A frame was not understood or not allowed; the socket lives.
   *
   * @param code stable, for programs
   * @param detail for people
   * @param ref which frame is meant, as {@link ClientFrame#ref()} says; null where it says nothing
   */
  @RegisterForReflection
  @JsonTypeName("error")
  record Failure(String code, String detail, @Nullable String ref) implements ServerFrame {}

  /**
   * The socket is closed next; connect again after so many milliseconds, which differ from client
   * to client.
   */
  @RegisterForReflection
  @JsonTypeName("retry")
  record Retry(long afterMs) implements ServerFrame {
    static Retry after(Duration pause) {
      return new Retry(pause.toMillis());
    }
  }
}
