package io.stallcast.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.embedded.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

  @Test
  void keepsAMailWithItsRecipientsAndText(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    try (var server = MailServer.start(port, folder)) {
      send(
          port,
          "EHLO localhost",
          "MAIL FROM:<shop@stallcast.local>",
          "RCPT TO:<bo@stallcast.local>",
          "DATA",
          "Subject: Your order\r\n is confirmed\r\n\r\n..dots stay, lines are jo=\r\nined, =E2=82=AC too\r\n.",
          "NONSENSE",
          "QUIT");

      assertThat(server.mails())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("bo@stallcast.local");
            assertThat(mail.subject()).isEqualTo("Your order is confirmed");
            assertThat(mail.text()).contains(".dots stay, lines are joined, € too");
          });
    }
  }

  @Test
  void countsOnFromAnEarlierRun(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    for (String subject : List.of("first", "second")) {
      try (var server = MailServer.start(port, folder)) {
        send(
            port,
            "HELO localhost",
            "RSET",
            "MAIL FROM:<shop@stallcast.local>",
            "RCPT TO:<bo@stallcast.local>",
            "DATA",
            "Subject: " + subject + "\r\n\r\ntext\r\n.",
            "QUIT");
      }
    }
    try (var server = MailServer.start(port, folder)) {
      assertThat(server.mails()).extracting(Mail::subject).containsExactly("first", "second");
    }
  }

  private static void send(int port, String... lines) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      readReply(in);
      for (String line : lines) {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        readReply(in);
      }
    }
  }

  /** All its lines but the last have a hyphen behind the code. */
  private static void readReply(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && line.charAt(3) == '-') {
      line = in.readLine();
    }
  }
}
