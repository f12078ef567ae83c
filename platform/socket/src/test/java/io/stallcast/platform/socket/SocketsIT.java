package io.stallcast.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.platform.testing.TokenInfrastructure;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TokenInfrastructure.class)
class SocketsIT {
  private static final String ROOM = "/ws/echo/room";

  @Inject Sockets sockets;
  @Inject EchoSocket echo;
  @Inject MovingClock clock;
  @Inject MeterRegistry meters;

  private final UUID user = UUID.randomUUID();
  private final List<TestSocket> opened = new ArrayList<>();

  @AfterEach
  void leave() {
    clock.setRight();
    opened.forEach(TestSocket::drop);
    await().until(() -> sockets.open() == 0);
  }

  @Test
  void tellsEverybodyTheSameInOneOrder() {
    var first = open();
    var second = open();
    first.await("said");
    second.await("said");

    IntStream.range(0, 8).forEach(i -> first.send("{'type':'say','text':'word %d'}".formatted(i)));

    second.await(frame -> frame.path("text").asText().equals("word 7"), "the last word");
    first.await(frame -> frame.path("text").asText().equals("word 7"), "the last word");
    assertThat(words(second)).isEqualTo(words(first)).hasSize(8).isSorted();
  }

  @Test
  void greetsANewcomerBeforeAnythingElse() {
    open().await("said");
    var newcomer = open();

    newcomer.await("said");
    echo.tell("the news");

    newcomer.await(frame -> frame.path("text").asText().equals("the news"), "the news");
    assertThat(newcomer.frames().getFirst().path("text").asText()).isEqualTo("hello");
  }

  @Test
  void leavesOutWhatAMemberKnows() {
    var plain = open();
    plain.await("said");
    var knowing = remember(TestSocket.to("/ws/echo/known?known=1000").as(token()).open());
    knowing.await("said");

    echo.tell("older", 999);
    echo.tell("known", 1000);
    echo.tell("new", 1001);
    echo.tell("newer", 1002);

    plain.await(frame -> frame.path("text").asText().equals("newer"), "the newest");
    knowing.await(frame -> frame.path("text").asText().equals("newer"), "the newest");
    assertThat(texts(plain)).containsExactly("hello", "older", "known", "new", "newer");
    assertThat(texts(knowing)).containsExactly("hello", "new", "newer");
  }

  @Test
  void takesTheTokenThatBrowsersSend() {
    var socket = remember(TestSocket.to("/ws/open").asBrowser(token()).open());

    socket.send("{'type':'say','text':'who?'}");

    assertThat(socket.await("said").path("text").asText()).isEqualTo(user.toString());
  }

  @Test
  void letsTheAnonymousInWhereTheyMay() {
    var socket = remember(TestSocket.to("/ws/open").open());

    socket.send("{'type':'say','text':'who?'}");

    assertThat(socket.await("said").path("text").asText()).isEqualTo("anonymous");
  }

  @Test
  void closesWithoutAValidToken() {
    assertThat(remember(TestSocket.to(ROOM).open()).closeCode()).isEqualTo(4401);
    assertThat(closeCode(TestTokens.expired(user))).isEqualTo(4401);
    assertThat(closeCode(TestTokens.forged(user))).isEqualTo(4401);
    assertThat(closeCode("junk")).isEqualTo(4401);
    assertThat(closeCode(TestTokens.of(user, "service"))).isEqualTo(4401);
    assertThat(remember(TestSocket.to("/ws/open").asBrowser("junk").open()).closeCode())
        .isEqualTo(4401);
  }

  @Test
  void closesWhereThereIsNoSuchThing() {
    assertThat(remember(TestSocket.to("/ws/echo/missing").as(token()).open()).closeCode())
        .isEqualTo(4404);
  }

  @Test
  void sendsElsewhereWhatCannotBeOpened() {
    var socket = remember(TestSocket.to("/ws/echo/broken").as(token()).open());

    assertThat(socket.await("retry").path("afterMs").asLong()).isPositive();
    assertThat(socket.closeCode()).isEqualTo(1012);
  }

  @Test
  void refusesPagesOfOtherOrigins() {
    assertThat(TestSocket.to(ROOM).as(token()).header("Origin", "https://evil.example").refusal())
        .isEqualTo(403);
    remember(TestSocket.to(ROOM).as(token()).header("Origin", "https://friend.example").open());
  }

  @Test
  void refusesMoreSocketsThanAUserMayHave() {
    IntStream.range(0, 3).forEach(i -> open().await("said"));

    assertThat(TestSocket.to(ROOM).as(token()).refusal()).isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello                                                | malformed_frame
          ''                                                   | malformed_frame
          []                                                   | malformed_frame
          null                                                 | malformed_frame
          {}                                                   | malformed_frame
          {'type':1,'text':'x'}                                | malformed_frame
          {'type':'say','text':'x'} junk                       | malformed_frame
          {'type':'shout','text':'x'}                          | unknown_type
          {'type':'say','text':'x','loud':true}                | unknown_field
          {'type':'say','text':7}                              | malformed_request
          {'type':'say','text':{'a':1}}                        | malformed_request
          {'type':'say','text':'x','times':'2'}                | malformed_request
          {'type':'say','text':'x','times':1.5}                | malformed_request
          {'type':'say','text':'\\u0000'}                      | malformed_request
          {'type':'say'}                                       | validation_failed
          {'type':'say','text':null}                           | validation_failed
          {'type':'break','expectedly':true}                   | conflict
          {'type':'break','expectedly':false}                  | internal_error
          {'type':'auth'}                                      | validation_failed
          {'type':'auth','token':'junk'}                       | unauthenticated
          """)
  void answersWhatItCannotCarryOut(String frame, String code) {
    var socket = open();

    socket.send(frame == null ? "" : frame);

    assertThat(socket.await("error").path("code").asText()).isEqualTo(code);
    socket.send("{'type':'say','text':'still here'}");
    socket.await(said -> said.path("text").asText().equals("still here"), "what was said");
  }

  @Test
  void namesTheFrameThatWasNotCarriedOut() {
    var socket = open();

    socket.send("{'type':'say','clientId':'c1','text':'" + "x".repeat(51) + "'}");

    JsonNode error = socket.await("error");
    assertThat(error.path("ref").asText()).isEqualTo("c1");
    assertThat(error.path("detail").asText()).contains("text");
  }

  @Test
  void closesOnBinaryFrames() {
    assertThat(open().sendBinary((byte) 1, (byte) 2).closeCode()).isEqualTo(1003);
  }

  @Test
  void takesATextOverTheLimitOfAMessageButNotOverThatOfAFrame() {
    var socket = open();

    socket.send("{'type':'say','text':'" + "x".repeat(16_000) + "'}");

    assertThat(socket.await("error").path("code").asText()).isEqualTo("validation_failed");
  }

  @Test
  void closesOnFramesThatAreTooLarge() {
    assertThat(open().sendRaw("x".repeat(17_000)).closeCode()).isEqualTo(1009);
    assertThat(open().sendRaw("x".repeat(500_000)).closeCode()).isEqualTo(1009);
  }

  @Test
  void closesOnMessagesThatGrowTooLarge() {
    var socket = open();
    socket.sendPart("x".repeat(9_000));

    assertThat(socket.sendPart("x".repeat(9_000)).closeCode()).isEqualTo(1009);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frame without a mask                        | 81 01 78            | closed with 1002
          frame of a kind that there is none of       | 83 81 00000000 78   | closed with 1002
          ping in parts                               | 09 80 00000000      | closed with 1002
          next part where there was no first one      | 80 81 00000000 78   | closed with 1002
          text that is no UTF-8                       | 81 82 00000000 c328 | malformed_frame
          frame of an extension that nobody asked for | c1 81 00000000 78   | malformed_frame
          """)
  void answersWhatBreaksTheProtocol(String described, String bytes, String answer)
      throws IOException {
    try (var client = RawClient.at("/ws/open")) {
      client.send(HexFormat.of().parseHex(bytes.replace(" ", "")));

      assertThat(client.answer()).as(described).contains(answer);
    }
  }

  @Test
  void refusesFramesThatComeTooFastAndEndsAFlood() {
    var socket = open();

    IntStream.range(0, 40).forEach(i -> socket.send("{'type':'say','text':'flood'}"));

    socket.await(frame -> frame.path("code").asText().equals("too_many_requests"), "a refusal");
    socket.await("retry");
    assertThat(socket.closeCode()).isEqualTo(4429);
  }

  @Test
  void closesASlowConsumerAndNobodyElse() {
    var slow = open().stopReading();
    var quick = open();
    quick.await("said");
    String text = "x".repeat(10_000);

    for (int number = 1; sockets.open() > 1; number++) {
      echo.tell(text);
      quick.await("said");
      assertThat(number).isLessThan(10_000);
    }

    echo.tell("the end");
    quick.await(frame -> frame.path("text").asText().equals("the end"), "the end");
    assertThat(slow.readOn().isOpen()).isTrue();
    assertThat(meters.counter("stallcast.sockets.closed", "code", "4408").count()).isPositive();
  }

  @Test
  void closesWhenTheTokenExpires() {
    var socket = open();
    socket.await("said");

    clock.move(Duration.ofMinutes(16));

    assertThat(socket.closeCode()).isEqualTo(4401);
  }

  @Test
  void staysOpenWithARenewedToken() {
    var socket = open();
    socket.await("said");
    clock.move(Duration.ofMinutes(10));

    socket.send("{'type':'auth','token':'%s'}".formatted(TestTokens.of(user, "buyer")));
    socket.send("{'type':'auth','token':'%s'}".formatted(TestTokens.of(UUID.randomUUID())));

    assertThat(socket.await("error").path("code").asText()).isEqualTo("forbidden");
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void pingsAndStaysOpenAsLongAsItIsAnswered() {
    var socket = open();

    await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(8)).until(socket::isOpen);
  }

  @Test
  void countsWhatItDoes() {
    open().send("{'type':'say','text':'counted'}").await("said");

    assertThat(meters.get("stallcast.sockets.open").gauge().value()).isEqualTo(1);
    assertThat(meters.get("stallcast.sockets.frames").tag("direction", "in").counter().count())
        .isPositive();
    assertThat(meters.get("stallcast.sockets.frames").tag("direction", "out").counter().count())
        .isPositive();
  }

  private static List<String> words(TestSocket socket) {
    return texts(socket).stream().filter(text -> text.startsWith("word")).toList();
  }

  private static List<String> texts(TestSocket socket) {
    return socket.frames("said").stream().map(frame -> frame.path("text").asText()).toList();
  }

  private int closeCode(String token) {
    return remember(TestSocket.to(ROOM).as(token).open()).closeCode();
  }

  private TestSocket open() {
    return remember(TestSocket.to(ROOM).as(token()).open());
  }

  private TestSocket remember(TestSocket socket) {
    opened.add(socket);
    return socket;
  }

  private String token() {
    return TestTokens.of(user, "buyer");
  }
}
