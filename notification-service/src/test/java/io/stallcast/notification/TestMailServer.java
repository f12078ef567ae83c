package io.stallcast.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real SMTP server, which can go away and come back on its port. */
public final class TestMailServer implements QuarkusTestResourceLifecycleManager {
  private static GreenMail server;
  private static ServerSocket silence;
  private static int port;

  @Override
  public Map<String, String> start() {
    comeBack();
    port = server.getSmtp().getPort();
    return Map.of(
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(port),
        "stallcast.notification.public-url", "https://stallcast.example",
        "stallcast.notification.mail.first-pause", "400ms",
        "stallcast.notification.mail.growth", "1",
        "io.stallcast.notification.mailing.MailServer/take/CircuitBreaker/delay", "1",
        "io.stallcast.notification.mailing.MailServer/take/Timeout/value", "5");
  }

  @Override
  public void stop() {
    goAway();
  }

  /** Ends the server and every connection to it. */
  public static void goAway() {
    server.stop();
  }

  /** Takes connections on its port from now on, and never says a word. */
  public static void fallSilent() {
    goAway();
    try {
      silence = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it on the port it had, with empty mailboxes. */
  public static void comeBack() {
    endSilence();
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  /** The mails that came for an address since the server started. */
  public static List<ReceivedMail> mailsTo(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> isTo(mail, address))
        .map(ReceivedMail::new)
        .toList();
  }

  private static void endSilence() {
    try {
      if (silence != null) {
        silence.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getRecipients(RecipientType.TO))
          .anyMatch(to -> to.toString().equals(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
