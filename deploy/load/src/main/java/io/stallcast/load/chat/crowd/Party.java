package io.stallcast.load.chat.crowd;

import java.util.ArrayList;
import java.util.List;

/**
 * Those who are in one room, and how far they have heard. They come and leave while nobody talks;
 * all else is done by the crowd's thread.
 */
final class Party {
  private final String room;
  private final List<Guest> guests = new ArrayList<>();
  private int speaker;
  private long heard;
  private int inFlight;

  Party(String room) {
    this.room = room;
  }

  String room() {
    return room;
  }

  void add(Guest guest) {
    guests.add(guest);
  }

  /** Everybody has left. */
  void clear() {
    guests.clear();
  }

  /** One after the other. */
  Guest nextSpeaker() {
    inFlight++;
    speaker = (speaker + 1) % guests.size();
    return guests.get(speaker);
  }

  /** One of them has heard a message; whether that was the last one of all to hear one. */
  boolean hears() {
    heard++;
    boolean everybody = heard % guests.size() == 0;
    if (everybody) {
      inFlight--;
    }
    return everybody;
  }

  /** One of them was not let say something. */
  void isRefused() {
    inFlight--;
  }

  /** How many messages were said and not heard by all. */
  int inFlight() {
    return inFlight;
  }
}
