package io.stallcast.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;

/** A mail as the server took it. */
public record ReceivedMail(MimeMessage message) {
  public String subject() {
    return read(message::getSubject);
  }

  public String id() {
    return header("Message-ID");
  }

  public String header(String name) {
    return read(() -> message.getHeader(name, null));
  }

  public String text() {
    return part("text/plain");
  }

  public String html() {
    return part("text/html");
  }

  private String part(String type) {
    return read(() -> find(message.getContent(), type).orElseThrow());
  }

  private static Optional<String> find(Object content, String type)
      throws IOException, MessagingException {
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = find(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> find(BodyPart part, String type)
      throws IOException, MessagingException {
    return part.isMimeType(type)
        ? Optional.of(part.getContent().toString())
        : find(part.getContent(), type);
  }

  private static <T> T read(Reader<T> reader) {
    try {
      return reader.read();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Reader<T> {
    T read() throws IOException, MessagingException;
  }
}
