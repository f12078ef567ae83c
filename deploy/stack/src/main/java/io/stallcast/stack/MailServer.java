package io.stallcast.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes every mail and delivers none: each becomes a file. As much of SMTP as a mailer needs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
final class MailServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Path folder;
  private final AtomicLong count;
  private final Thread acceptor = Thread.ofVirtual().name("mail").unstarted(this::accept);

  private MailServer(ServerSocket socket, Path folder) {
    this.socket = socket;
    this.folder = folder;
    this.count = new AtomicLong(files(folder).size());
  }

  static MailServer start(int port, Path folder) {
    try {
      var socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      var server = new MailServer(socket, folder);
      server.acceptor.start();
      return server;
    } catch (IOException e) {
      throw new StackFailure("Cannot listen on port " + port + " for mail: " + e.getMessage());
    }
  }

  /** Every mail so far, oldest first. */
  List<Mail> mails() {
    return files(folder).stream().map(MailServer::read).toList();
  }

  /** Returns when the port is free again: that is when the last who accepts has let go of it. */
  @Override
  public void close() {
    try {
      socket.close();
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> converse(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var writer = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII)) {
      converse(in, writer);
    } catch (IOException hungUp) {
      // the client sends again what it has no answer for
    }
  }

  private void converse(BufferedReader in, Writer out) throws IOException {
    List<String> recipients = new ArrayList<>();
    reply(out, "220 stallcast ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.strip().split("[ :]")[0].toUpperCase(Locale.ROOT)) {
        case "RCPT" -> {
          recipients.add(address(line));
          reply(out, "250 OK");
        }
        case "DATA" -> {
          reply(out, "354 End data with <CR><LF>.<CR><LF>");
          keep(recipients, data(in));
          recipients.clear();
          reply(out, "250 OK");
        }
        case "RSET" -> {
          recipients.clear();
          reply(out, "250 OK");
        }
        case "QUIT" -> {
          reply(out, "221 Bye");
          return;
        }
        case "EHLO", "HELO", "MAIL", "NOOP" -> reply(out, "250 OK");
        default -> reply(out, "502 Command not implemented");
      }
    }
  }

  private static String data(BufferedReader in) throws IOException {
    var data = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return data.toString();
  }

  /** Written aside and moved: who lists the folder sees whole mails only. */
  private void keep(List<String> recipients, String source) throws IOException {
    String name = "%06d-%s".formatted(count.incrementAndGet(), readable(recipients));
    Path draft = folder.resolve(name + ".draft");
    Files.writeString(draft, "X-Recipients: " + String.join(",", recipients) + "\r\n" + source);
    Files.move(draft, folder.resolve(name + ".eml"));
  }

  private static String readable(List<String> recipients) {
    String first = recipients.isEmpty() ? "nobody" : recipients.getFirst();
    return first.replaceAll("[^A-Za-z0-9@.+-]", "_");
  }

  private static String address(String line) {
    return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
  }

  private static void reply(Writer out, String reply) throws IOException {
    out.write(reply + "\r\n");
    out.flush();
  }

  private static Mail read(Path file) {
    try {
      String[] parts = Files.readString(file).split("\r\n", 2);
      return new Mail(List.of(parts[0].substring("X-Recipients: ".length()).split(",")), parts[1]);
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
