package io.stallcast.notification.mailing;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Email;
import io.stallcast.notification.Language;
import io.stallcast.notification.Occasion;
import io.stallcast.notification.Occasion.CreatorLive;
import io.stallcast.notification.Occasion.Digest;
import io.stallcast.notification.Occasion.OrderConfirmed;
import io.stallcast.notification.Occasion.OrderFailed;
import io.stallcast.notification.Occasion.Refund;
import io.stallcast.notification.Occasion.Sale;
import io.stallcast.notification.Occasion.StreamReminder;
import io.stallcast.notification.Occasion.Welcome;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Writes the letter of an e-mail, in its recipient's language. */
@ApplicationScoped
class Letters {
  private final Wording wording;
  private final MailingConfig config;

  Letters(Wording wording, MailingConfig config) {
    this.wording = wording;
    this.config = config;
  }

  Uni<Letter> write(Email email) {
    var recipient = email.recipient();
    var occasion = email.occasion();
    var language = recipient.language();
    var frame = frame(occasion, recipient);
    Supplier<TemplateInstance> template =
        () -> template(occasion, frame, language).setLocale(language.locale());
    return render(template, Variant.TEXT_PLAIN)
        .chain(text ->
            render(template, Variant.TEXT_HTML)
                .map(html -> new Letter(email.id(), recipient.email(), frame.title(), text, html)));
  }

  private Frame frame(Occasion occasion, Recipient recipient) {
    var text = wording.of(occasion, recipient.language());
    return new Frame(
        recipient.language().locale().toLanguageTag(),
        recipient.displayName(),
        text.title(),
        text.body(),
        link(occasion.path()),
        link("/settings/notifications"));
  }

  private String link(String path) {
    return config.publicUrl().resolve(path).toString();
  }

  private TemplateInstance template(Occasion occasion, Frame frame, Language language) {
    return switch (occasion) {
      case Welcome o -> Templates.welcome(frame);
      case OrderConfirmed o ->
          Templates.orderConfirmed(
              frame,
              o.orderId().toString(),
              Row.of(o.items(), language),
              language.money(o.total()));
      case OrderFailed o ->
          Templates.orderFailed(frame, o.orderId().toString(), Row.of(o.items(), language));
      case Refund o -> Templates.refund(frame, o.orderId().toString(), language.money(o.amount()));
      case Sale o ->
          Templates.sale(
              frame,
              o.orderId().toString(),
              Row.of(o.items(), language),
              language.money(o.total()));
      case CreatorLive o -> Templates.stream(frame);
      case StreamReminder o -> Templates.stream(frame);
      case Digest o -> Templates.digest(frame, lines(o, language), o.more());
    };
  }

  private List<Line> lines(Digest digest, Language language) {
    return digest.entries().stream()
        .map(Digest.Entry::occasion)
        .map(told -> Line.of(wording.of(told, language), link(told.path())))
        .toList();
  }

  private static Uni<String> render(Supplier<TemplateInstance> template, String contentType) {
    return template.get().setVariant(Variant.forContentType(contentType)).createUni();
  }
}
