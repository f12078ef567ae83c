package io.stallcast.load.chat;

import java.util.List;

/**
 * Who comes together, and what for.
 *
 * @param rooms over which they are spread evenly
 * @param inFlight how many messages are in flight in each room, to find saturation; empty where
 *     nobody talks
 */
record Gathering(int rooms, int people, List<Integer> inFlight) {
  static final Gathering HALL = new Gathering(1, 1000, List.of(16, 64, 256));
  static final Gathering PARLOURS = new Gathering(100, 2000, List.of(1, 4, 16));
  static final Gathering IDLE = new Gathering(100, 10_000, List.of());

  String title() {
    return inFlight.isEmpty()
        ? "%,d idle connections".formatted(people)
        : "%d %s x %,d".formatted(rooms, rooms == 1 ? "room" : "rooms", people / rooms);
  }

  String name() {
    return "chat-" + rooms + "x" + people / rooms;
  }
}
