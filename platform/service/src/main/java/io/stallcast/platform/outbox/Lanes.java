package io.stallcast.platform.outbox;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.BitSet;
import java.util.Optional;

/**
 * The lanes of the outbox: one aggregate's messages are always in the same one. The lanes that a
 * unit of work has written to are kept in the Vert.x context until it commits.
 */
public final class Lanes {
  /** How many there are; a database's whole life long. */
  static final int COUNT = 16;

  private static final String WRITTEN = Lanes.class.getName();

  private Lanes() {}

  static int of(String subject) {
    var hash = subject.hashCode() * 0x9E3779B9;
    return (hash >>> 16) % COUNT;
  }

  /** Begins to note lanes in the current context. */
  public static void open() {
    ContextLocals.put(WRITTEN, new BitSet(COUNT));
  }

  /** Whether a unit of work is under way in the current context. */
  public static boolean areOpen() {
    return written().isPresent();
  }

  /** Ends the noting and returns the lanes written to. */
  public static BitSet close() {
    var lanes = written().orElseGet(BitSet::new);
    ContextLocals.remove(WRITTEN);
    return lanes;
  }

  static void note(int lane) {
    written().ifPresent(lanes -> lanes.set(lane));
  }

  private static Optional<BitSet> written() {
    return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(WRITTEN) : Optional.empty();
  }
}
