package io.stallcast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.testing.MalformedFrames.Fault;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a socket endpoint of whatever service must bear of its clients: what they may not do is
 * answered by an error frame, and the socket lives, or by a close code that is documented.
 */
public final class SocketTrial {
  /** What blames a frame; anything else would mean that it was understood, or broke something. */
  private static final Set<String> BLAMING =
      Set.of(
          "malformed_frame",
          "unknown_type",
          "unknown_field",
          "malformed_request",
          "validation_failed");

  /** Less than a socket may send at once. */
  private static final int AT_ONCE = 30;

  private final String path;
  private final Supplier<String> token;

  /**
   * A trial.
   *
   * @param path of something that there is
   * @param token of somebody who is let in there
   */
  public SocketTrial(String path, Supplier<String> token) {
    this.path = path;
    this.token = token;
  }

  /** Pages of other origins are refused, and tokens that are not valid. */
  public void requireAdmission() {
    assertThat(opening().header("Origin", "https://evil.example").refusal()).isEqualTo(403);
    assertThat(opening().header("Origin", "null").refusal()).isEqualTo(403);
    UUID user = UUID.randomUUID();
    for (String wrong :
        List.of(TestTokens.expired(user, "buyer"), TestTokens.forged(user, "buyer"), "junk", "")) {
      assertCloses(TestSocket.to(path).as(wrong), socket -> {}, 4401);
      assertCloses(TestSocket.to(path).asBrowser(wrong), socket -> {}, 4401);
    }
  }

  /** Whatever is no text frame, or too large for one, ends the socket. */
  public void requireCloseCodes() {
    assertCloses(opening(), socket -> socket.sendBinary((byte) 1), 1003);
    assertCloses(opening(), TestSocket::sendBinary, 1003);
    assertCloses(opening(), socket -> socket.sendRaw("x".repeat(17_000)), 1009);
    assertCloses(opening(), socket -> socket.sendRaw("{\"type\":" + "[".repeat(500_000)), 1009);
    assertCloses(
        opening(),
        socket -> IntStream.range(0, 2).forEach(i -> socket.sendPart("x".repeat(9_000))),
        1009);
  }

  /**
   * Each malformed frame is answered by an error that blames it, and its socket serves on.
   *
   * @param requireServed does something sound by a socket, and waits for the answer
   */
  public void requireErrors(MalformedFrames frames, Consumer<TestSocket> requireServed) {
    List<Fault> faults = frames.faults();
    for (int from = 0; from < faults.size(); from += AT_ONCE) {
      try (TestSocket socket = opening().open()) {
        faults
            .subList(from, Math.min(from + AT_ONCE, faults.size()))
            .forEach(fault -> requireError(socket, fault));
        requireServed.accept(socket);
      }
    }
  }

  private static void requireError(TestSocket socket, Fault fault) {
    socket.sendRaw(fault.frame());
    String code =
        socket
            .await(frame -> frame.path("type").asText().equals("error"), "an error for " + fault)
            .path("code")
            .asText();
    assertThat(code).as("code for %s", fault).isIn(BLAMING);
  }

  private static void assertCloses(
      TestSocket.Opening opening, Consumer<TestSocket> fault, int code) {
    try (TestSocket socket = opening.open()) {
      fault.accept(socket);
      assertThat(socket.closeCode()).isEqualTo(code);
    }
  }

  private TestSocket.Opening opening() {
    return TestSocket.to(path).as(token.get());
  }
}
