package io.stallcast.system;

import io.stallcast.stack.Mail;
import io.stallcast.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All mail that the stack has sent. */
final class MailBox {
  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID: *(\\S+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final Stack stack;
  private final Map<Mail, Letter> opened = new ConcurrentHashMap<>();

  MailBox(Stack stack) {
    this.stack = stack;
  }

  /** A mail, told apart from others by its id: a copy has the same. */
  record Letter(String to, String id, String subject, String text) {
    private static Letter of(Mail mail) {
      Matcher id = MESSAGE_ID.matcher(mail.source());
      return new Letter(
          mail.recipient(), id.find() ? id.group(1) : "", mail.subject(), mail.text());
    }

    boolean isAbout(Purchase purchase) {
      return to.equals(purchase.buyer().session().email()) && text.contains(purchase.id());
    }
  }

  /** All letters, without copies. */
  List<Letter> letters() {
    return stack.mails().stream()
        .map(mail -> opened.computeIfAbsent(mail, Letter::of))
        .distinct()
        .toList();
  }
}
