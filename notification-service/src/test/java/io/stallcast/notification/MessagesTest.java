package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void sayEverythingInGermanToo() throws IOException {
    var german = new Properties();
    try (var file = getClass().getResourceAsStream("/messages/msg_de.properties")) {
      german.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    Set<String> messages =
        Arrays.stream(Messages.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
    assertThat(german.stringPropertyNames()).isEqualTo(messages);
  }
}
