package io.stallcast.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail and delivers none: each becomes a file, one for each recipient. */
final class MailServer implements AutoCloseable {
  private static final String RECIPIENT = "X-Recipient: ";

  private final SMTPServer server;

  /** Those that somebody has asked for before. */
  private final Map<Path, Mail> known = new ConcurrentHashMap<>();

  private final Path folder;
  private final AtomicLong count;

  private MailServer(int port, Path folder) {
    this.folder = folder;
    this.count = new AtomicLong(files(folder).size());
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .insertReceivedHeaders(false)
            .messageHandler((context, from, to, source) -> keep(to, source))
            .build();
  }

  static MailServer start(int port, Path folder) {
    var mail = new MailServer(port, folder);
    try {
      mail.server.start();
      return mail;
    } catch (RuntimeException e) {
      throw new StackFailure("Cannot listen on port " + port + " for mail: " + e.getMessage());
    }
  }

  /** Every mail so far, oldest first. */
  List<Mail> mails() {
    return files(folder).stream()
        .map(file -> known.computeIfAbsent(file, MailServer::read))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Written aside and moved: who lists the folder sees whole mails only. */
  private void keep(String recipient, byte[] source) {
    String name = "%06d-%s".formatted(count.incrementAndGet(), readable(recipient));
    Path draft = folder.resolve(name + ".draft");
    try {
      Files.writeString(
          draft, RECIPIENT + recipient + "\r\n" + new String(source, StandardCharsets.UTF_8));
      Files.move(draft, folder.resolve(name + ".eml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readable(String recipient) {
    return recipient.replaceAll("[^A-Za-z0-9@.+-]", "_");
  }

  private static Mail read(Path file) {
    try {
      String[] parts = Files.readString(file).split("\r\n", 2);
      return new Mail(parts[0].substring(RECIPIENT.length()), parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
