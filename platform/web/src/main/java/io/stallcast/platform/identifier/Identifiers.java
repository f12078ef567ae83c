package io.stallcast.platform.identifier;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the identifiers of everything that Stallcast stores. */
public final class Identifiers {
  /**
   * The UUID that sorts after every other, in PostgreSQL's order: what a first page comes before.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-max-uuid">RFC 9562, 5.10</a>
   */
  public static final UUID MAX = new UUID(-1, -1);

  private Identifiers() {}

  /**
   * A new UUIDv7: ordered by creation time within a process, so that indexes grow at their end.
   * Safe for use by several threads.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562, 5.7</a>
   */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
