package io.stallcast.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.gateway.Edge;
import io.stallcast.gateway.Waiting;
import io.stallcast.gateway.token.Tokens.Verdict;
import io.stallcast.platform.testing.TestTokens;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer issuer;

  @BeforeEach
  void startIssuer() {
    // made at their first use, which takes its time
    TestTokens.keys();
    issuer =
        Waiting.on(
            Edge.vertx()
                .createHttpServer()
                .requestHandler(request -> {
                  asked.incrementAndGet();
                  request.response().end(TestTokens.keys());
                })
                .listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stopIssuer() {
    Waiting.on(issuer.close());
  }

  @Test
  void asksOnceForAKeyThatManyNeed() {
    SigningKeys keys = keys(issuer.actualPort());

    Waiting.on(Future.all(List.of(keys.find("test"), keys.find("test"), keys.find("test"))));

    assertThat(Waiting.on(keys.find("test"))).isPresent();
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksNoMoreOftenThanConfiguredForKeysThatNobodyKnows() {
    SigningKeys keys = keys(issuer.actualPort());

    for (int i = 0; i < 10; i++) {
      assertThat(Waiting.on(keys.find("unheard-of-" + i))).isEmpty();
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void cannotTellWhileTheIssuerIsAway() {
    int port = issuer.actualPort();
    stopIssuer();
    Tokens tokens = new Tokens(config(port), keys(port), null, Clock.systemUTC());

    assertThat(Waiting.on(tokens.judge(TestTokens.of(UUID.randomUUID()))))
        .isEqualTo(new Verdict.Unknown());
    startIssuer();
  }

  private static SigningKeys keys(int port) {
    return new SigningKeys(config(port), Edge.vertx(), Clock.systemUTC());
  }

  private static TokenConfig config(int port) {
    return new TokenConfig() {
      @Override
      public String keys() {
        return "http://127.0.0.1:" + port;
      }

      @Override
      public Duration keysTimeout() {
        return Duration.ofSeconds(10);
      }

      @Override
      public Duration keysInterval() {
        return Duration.ofMinutes(1);
      }

      @Override
      public long remembered() {
        return 10;
      }

      @Override
      public List<String> ignoredPaths() {
        return List.of();
      }
    };
  }
}
