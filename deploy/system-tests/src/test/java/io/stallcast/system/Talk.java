package io.stallcast.system;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Somebody who writes into a room, once, whatever the answer is; and people who read there and come
 * back as soon as they are sent elsewhere, until the talk is over.
 */
final class Talk implements AutoCloseable {
  private static final int BETWEEN_MESSAGES_MILLIS = 500;
  private static final int AT_THE_DOOR_AGAIN_MILLIS = 100;
  private static final int BESIDES_THE_WRITER = 4;

  private final String room;
  private final Api writer;
  private final Api door;
  private final List<Guest> guests;
  private final Queue<Integer> farewells = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService people =
      Executors.newScheduledThreadPool(1 + BESIDES_THE_WRITER);

  private Talk(String room, Shop shop, int readers) {
    this.room = room;
    this.writer = shop.buyer().api();
    this.door = shop.anybody();
    this.guests =
        IntStream.range(0, readers)
            .mapToObj(i -> Guest.in(room, door))
            .collect(toCollection(ArrayList::new));
  }

  /** Begins, with so many who read. */
  static Talk in(String room, Shop shop, int readers) {
    var talk = new Talk(room, shop, readers);
    talk.repeatedly(talk::say, BETWEEN_MESSAGES_MILLIS);
    talk.guests.forEach(guest -> talk.repeatedly(() -> talk.keep(guest), AT_THE_DOOR_AGAIN_MILLIS));
    return talk;
  }

  /** What was answered to what was written. */
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** What was written, and is kept. */
  List<String> said() {
    return IntStream.range(0, answers.size()).mapToObj(Talk::text).toList();
  }

  List<Guest> guests() {
    return guests;
  }

  /** The close codes that people were sent elsewhere with. */
  List<Integer> farewells() {
    return List.copyOf(farewells);
  }

  /** What else befell anybody: nobody was let in, or there was no answer. */
  List<Throwable> troubles() {
    return List.copyOf(troubles);
  }

  /** Everybody who was sent elsewhere is back, and nobody writes any more; they go on reading. */
  @Override
  public void close() {
    people.close();
    guests.forEach(this::keep);
  }

  private void repeatedly(Runnable act, int millis) {
    people.scheduleWithFixedDelay(() -> noteTrouble(act), 0, millis, TimeUnit.MILLISECONDS);
  }

  private void noteTrouble(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException | AssertionError e) {
      troubles.add(e);
    }
  }

  private void say() {
    String text = text(answers.size());
    var message = Map.of("clientId", text, "text", text);
    answers.add(writer.post("/api/v1/chat/rooms/" + room + "/messages", message));
  }

  private void keep(Guest guest) {
    if (!guest.isHere()) {
      farewells.add(guest.screen().closeCode());
      guest.comeBack(door);
    }
  }

  private static String text(int number) {
    return "Message " + number;
  }
}
