package io.stallcast.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What we say to people, in English; {@code messages/msg_de.properties} has it in German. */
@MessageBundle
public interface Messages {

  @Message("Hello {name},")
  String greeting(String name);

  @Message("Yours, Stallcast")
  String signature();

  @Message("You get this e-mail because you have an account at Stallcast.")
  String footer();

  @Message("Choose what we write to you")
  String settings();

  @Message("Order {id}")
  String order(String id);

  @Message("Total")
  String total();

  @Message("Refund")
  String refund();

  @Message("{first}{#if more > 0} and {more} more{/if}")
  String items(String first, int more);

  @Message("Welcome to Stallcast, {name}")
  String welcomeTitle(String name);

  @Message("Your account is ready.")
  String welcomeBody();

  @Message(
      "Here creators sell what they make, and go live to show it: courses, software, music,"
          + " tickets. Buy without leaving the stream, or open a stall of your own.")
  String welcomeInvitation();

  @Message("Look around")
  String welcomeAction();

  @Message("Your order is confirmed")
  String confirmedTitle();

  @Message("{items} for {total}: it is yours from now on.")
  String confirmedBody(String items, String total);

  @Message("Go to your order")
  String orderAction();

  @Message("Your order could not be completed: {items}")
  String failedTitle(String items);

  @Message("Your order is cancelled: {items}")
  String cancelledTitle(String items);

  @Message(
      "You have not been charged for this order, or have your money back; nothing is held for you"
          + " any more.")
  String failedConsequence();

  @Message("Your refund of {amount}")
  String refundTitle(String amount);

  @Message("We sent the money back the way you paid it. Banks may need a few days to show it.")
  String refundBody();

  @Message("The order is refunded in full, so your access to what you bought has ended.")
  String refundedInFull();

  @Message("This is a part of the price: you keep what you bought.")
  String refundedInPart();

  @Message("Sold: {items}")
  String saleTitle(String items);

  @Message("Someone bought from you for {total}.")
  String saleBody(String total);

  @Message("The sale is in your books now, and the buyer has what they paid for.")
  String saleConsequence();

  @Message("Go to your sales")
  String saleAction();

  @Message("{name} is live: {title}")
  String liveTitle(String name, String title);

  @Message("Live now: {title}")
  String liveTitleOfSomeone(String title);

  @Message("It has just begun. Come in and watch.")
  String liveBody();

  @Message("Soon live: {title}")
  String reminderTitle(String title);

  @Message("You wanted to be reminded: it begins on {time}.")
  String reminderBody(String time);

  @Message("Go to the stream")
  String streamAction();

  @Message("{#if count == 1}One notification{#else}{count} notifications{/if} for you")
  String digestTitle(int count);

  @Message("This is what you have not read yet.")
  String digestBody();

  @Message("And {count} more.")
  String digestMore(int count);

  @Message("See them all")
  String digestAction();

  @Message("It was sold out before your turn came.")
  String outOfStock();

  @Message("The price had changed since you saw it.")
  String priceChanged();

  @Message("It is no longer for sale.")
  String productUnavailable();

  @Message("The card was declined.")
  String declined();

  @Message("There was not enough money on the card.")
  String insufficientFunds();

  @Message("The payment provider could not be reached.")
  String providerUnavailable();

  @Message("The stock could not be checked in time.")
  String reservationTimeout();

  @Message("The payment was not completed in time.")
  String paymentTimeout();

  @Message("You asked us to cancel it.")
  String cancelled();

  @Message("Something went wrong on the way.")
  String otherReason();
}
