package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.stack.LogIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After all that the others did to the stack, no log tells a secret, or who somebody is. */
@Order(Integer.MAX_VALUE)
class LogsIT {
  private static final Pattern TELLING =
      Pattern.compile(
          String.join(
              "|",
              "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.(?:org|com|net|test)\\b", // an address
              "eyJ[\\w-]{10,}\\.[\\w-]{10,}", // a token
              "(?i:bearer|basic) [\\w+/=.-]{12,}",
              "\\$argon2\\w*\\$",
              "-----BEGIN [A-Z ]*PRIVATE KEY",
              Pattern.quote(Shop.PASSWORD),
              Pattern.quote(LogIn.ADMIN.password()),
              Pattern.quote(RunningStack.SERVICE_SECRET)));

  @Test
  void nobodyIsToldOf() throws IOException {
    RunningStack.get();

    try (Stream<Path> logs = Files.list(RunningStack.logs())) {
      assertThat(logs)
          .hasSizeGreaterThan(RunningStack.services().size())
          .allSatisfy(LogsIT::isDiscreet);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key (email)=(jane.doe@example.org) already exists.",
        "Authorization: Bearer 0123456789abcdef",
        "token=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl",
        "password is amber-kettle-on-a-hill",
        "hash $argon2id$v=19$m=64"
      })
  void whatTellsIsFound(String line) {
    assertThat(told(line)).isNotEmpty();
  }

  private static void isDiscreet(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      assertThat(lines.flatMap(line -> told(line).stream()).limit(5))
          .as("told in %s", log)
          .isEmpty();
    }
  }

  private static List<String> told(String line) {
    return TELLING.matcher(line).results().map(MatchResult::group).toList();
  }
}
