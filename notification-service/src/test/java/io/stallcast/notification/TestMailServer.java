package io.stallcast.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real SMTP server, which can go away and come back on its port. */
public final class TestMailServer implements QuarkusTestResourceLifecycleManager {
  private static GreenMail server;
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
        "io.stallcast.notification.mailing.MailServer/take/CircuitBreaker/delay", "1");
  }

  @Override
  public void stop() {
    goAway();
  }

  /** Ends the server and every connection to it. */
  public static void goAway() {
    server.stop();
  }

  /** Starts it on the port it had, with empty mailboxes. */
  public static void comeBack() {
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

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getRecipients(RecipientType.TO))
          .anyMatch(to -> to.toString().equals(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
