package io.stallcast.auth.password;

/** What one hash costs: memory in KiB, passes over it, lanes. */
record Argon2Cost(int memoryKib, int iterations, int parallelism) {
  Argon2Cost {
    if (parallelism < 1 || iterations < 1 || memoryKib < 8 * parallelism) {
      throw new IllegalArgumentException("Argon2 needs a pass, a lane, and 8 KiB a lane");
    }
  }
}
