package io.stallcast.notification.mailing;

import io.quarkus.mailer.Mail;
import java.util.UUID;

/**
 * An e-mail as it goes out.
 *
 * @param emailId names it on every try, so that two copies can be told to be one
 * @param to the address
 */
record Letter(UUID emailId, String to, String subject, String text, String html) {

  /** The mail, its Message-ID made of the id and {@code domain}. */
  Mail toMail(String domain) {
    return new Mail()
        .addTo(to)
        .setSubject(subject.replaceAll("\\p{Cntrl}+", " "))
        .setText(text)
        .setHtml(html)
        .addHeader("Message-ID", "<" + emailId + "@" + domain + ">")
        .addHeader("Auto-Submitted", "auto-generated");
  }
}
