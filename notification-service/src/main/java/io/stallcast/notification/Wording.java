package io.stallcast.notification;

import io.quarkus.qute.i18n.Localized;
import io.stallcast.notification.Occasion.CreatorLive;
import io.stallcast.notification.Occasion.Digest;
import io.stallcast.notification.Occasion.Item;
import io.stallcast.notification.Occasion.OrderConfirmed;
import io.stallcast.notification.Occasion.OrderFailed;
import io.stallcast.notification.Occasion.Refund;
import io.stallcast.notification.Occasion.Sale;
import io.stallcast.notification.Occasion.StreamReminder;
import io.stallcast.notification.Occasion.Welcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts occasions into words. */
@ApplicationScoped
public class Wording {
  private final Messages english;
  private final Messages german;

  Wording(Messages english, @Localized("de") Messages german) {
    this.english = english;
    this.german = german;
  }

  /** The notification of an occasion, in that language. */
  public Text of(Occasion occasion, Language language) {
    var say = in(language);
    return switch (occasion) {
      case Welcome o -> new Text(say.welcomeTitle(o.name()), say.welcomeBody());
      case OrderConfirmed o ->
          new Text(
              say.confirmedTitle(),
              say.confirmedBody(items(o.items(), say), language.money(o.total())));
      case OrderFailed o -> new Text(failure(o, say), reason(o.code(), say));
      case Refund o -> new Text(say.refundTitle(language.money(o.amount())), refund(o.full(), say));
      case Sale o ->
          new Text(say.saleTitle(items(o.items(), say)), say.saleBody(language.money(o.total())));
      case CreatorLive o -> new Text(live(o, say), say.liveBody());
      case StreamReminder o ->
          new Text(say.reminderTitle(o.title()), say.reminderBody(language.time(o.scheduledFor())));
      case Digest o -> new Text(say.digestTitle(o.count()), say.digestBody());
    };
  }

  private Messages in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case GERMAN -> german;
    };
  }

  private static String items(List<Item> items, Messages say) {
    return say.items(items.getFirst().title(), items.size() - 1);
  }

  private static String live(CreatorLive live, Messages say) {
    return live.creatorName() == null
        ? say.liveTitleOfSomeone(live.title())
        : say.liveTitle(live.creatorName(), live.title());
  }

  private static String failure(OrderFailed order, Messages say) {
    var items = items(order.items(), say);
    return order.isCancelled() ? say.cancelledTitle(items) : say.failedTitle(items);
  }

  private static String refund(boolean full, Messages say) {
    return full ? say.refundedInFull() : say.refundedInPart();
  }

  private static String reason(String code, Messages say) {
    return switch (code) {
      case "out_of_stock" -> say.outOfStock();
      case "price_changed" -> say.priceChanged();
      case "product_unavailable" -> say.productUnavailable();
      case "declined" -> say.declined();
      case "insufficient_funds" -> say.insufficientFunds();
      case "provider_unavailable" -> say.providerUnavailable();
      case "reservation_timeout" -> say.reservationTimeout();
      case "payment_timeout", "challenge_expired" -> say.paymentTimeout();
      case "cancelled_by_buyer", "payment_voided" -> say.cancelled();
      default -> say.otherReason();
    };
  }
}
