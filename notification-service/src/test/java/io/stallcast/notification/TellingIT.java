package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class TellingIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Welcome to Stallcast, Ada | Hello Ada, | Look around",
        "de | Willkommen bei Stallcast, Ada | Hallo Ada, | Umsehen"
      })
  void welcomesANewAccount(String locale, String title, String greeting, String action) {
    var person = Person.speaking(locale).register();

    var mail = theMailOf(person);

    assertThat(mail.subject()).isEqualTo(title);
    assertThat(mail.text()).contains(greeting, action + ": https://stallcast.example/");
    assertThat(mail.html()).contains(greeting, action, "lang=\"" + locale + "\"");
    assertTold(person, "welcome", title, "/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Your order is confirmed | €12,000.00 | Total: €12,019.99 | Go to your order",
        "de-AT | Deine Bestellung ist bestätigt | 12.000,00 € | Summe: 12.019,99 € | Zur Bestellung"
      })
  void tellsTheBuyerOfAConfirmedOrder(
      String locale, String title, String price, String total, String action) {
    var buyer = Person.known(locale);
    var purchase = Purchase.by(buyer);
    purchase.confirm();

    var mail = theMailOf(buyer);

    assertThat(mail.subject()).isEqualTo(title);
    assertThat(plain(mail.text()))
        .contains("1 × Sketching <basics>", "2 × Brush pack & papers: " + price, total)
        .contains(purchase.orderId().toString(), action)
        .contains("https://stallcast.example/orders/" + purchase.orderId());
    assertThat(plain(mail.html()))
        .contains("Sketching &lt;basics&gt;", "Brush pack &amp; papers", price)
        .contains("href=\"https://stallcast.example/orders/" + purchase.orderId() + "\"");
    assertTold(buyer, "order_confirmed", title, "/orders/" + purchase.orderId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | out_of_stock | It was sold out",
        "en | price_changed | The price had changed",
        "en | product_unavailable | It is no longer for sale",
        "en | declined | The card was declined",
        "en | insufficient_funds | There was not enough money",
        "en | provider_unavailable | The payment provider could not be reached",
        "en | payment_timeout | The payment was not completed in time",
        "en | challenge_expired | The payment was not completed in time",
        "en | reservation_timeout | The stock could not be checked in time",
        "en | never_heard_of | Something went wrong",
        "de | out_of_stock | Es war ausverkauft",
        "de | declined | Die Karte wurde abgelehnt"
      })
  void tellsTheBuyerWhyAnOrderFailed(String locale, String code, String reason) {
    var buyer = Person.known(locale);
    var purchase = Purchase.by(buyer);
    purchase.fail(code);

    var mail = theMailOf(buyer);

    assertThat(mail.subject()).contains("Sketching <basics>");
    assertThat(mail.text()).contains(reason, purchase.orderId().toString());
    assertThat(mail.html()).contains(reason);
    assertTold(buyer, "order_failed", mail.subject(), "/orders/" + purchase.orderId());
    assertThat(buyer.list("").getString("items[0].body")).startsWith(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | cancelled_by_buyer | Your order is cancelled: Sketching <basics> and 1 more",
        "de | payment_voided | Deine Bestellung ist storniert: Sketching <basics> und 1 weitere"
      })
  void callsAnOrderCancelledThatTheBuyerCancelled(String locale, String code, String title) {
    var buyer = Person.known(locale);
    Purchase.by(buyer).fail(code);

    assertThat(theMailOf(buyer).subject()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Your refund of €12,019.99 | your access",
        "de | Deine Erstattung über 12.019,99 € | dein Zugang"
      })
  void tellsTheBuyerOfARefundInFullOnce(String locale, String title, String consequence) {
    var buyer = Person.known(locale);
    var purchase = Purchase.by(buyer);
    purchase.payBack(new Money(1_201_999, "EUR"), true);
    purchase.refund();

    var mail = theMailOf(buyer);

    assertThat(plain(mail.subject())).isEqualTo(title);
    assertThat(mail.text()).contains(consequence);
    assertTold(buyer, "refund", mail.subject(), "/orders/" + purchase.orderId());
  }

  @Test
  void tellsTheBuyerOfARefundInPart() {
    var buyer = Person.known("en");
    Purchase.by(buyer).payBack(new Money(500, "EUR"), false);

    var mail = theMailOf(buyer);

    assertThat(mail.subject()).isEqualTo("Your refund of €5.00");
    assertThat(mail.text()).contains("you keep what you bought");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Sold: Sketching <basics> and 1 more | Go to your sales",
        "de | Verkauft: Sketching <basics> und 1 weitere | Zu den Verkäufen"
      })
  void tellsTheCreatorOfASale(String locale, String title, String action) {
    var creator = Person.known(locale);
    Purchase.by(Person.known("en")).from(creator).confirm();

    var mail = theMailOf(creator);

    assertThat(mail.subject()).isEqualTo(title);
    assertThat(mail.text()).contains("2 × Brush pack & papers", action);
    assertTold(creator, "sale", title, "/studio/sales");
  }

  @Test
  void tellsNobodyTwiceOfOneEvent() {
    var buyer = Person.known("en");
    var purchase = Purchase.by(buyer);
    var event = purchase.confirm(Identifiers.next());
    theMailOf(buyer);

    purchase.confirm(event);
    rows.purgeInbox(event);
    purchase.confirm(event);
    purchase.refund();

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(buyer.kinds()).containsExactly("refund", "order_confirmed"));
    assertThat(rows.emailStates(buyer.id())).hasSize(2);
  }

  @Test
  void tellsSomeoneWhoseAccountIsNotKnownYet() {
    var buyer = Person.speaking("de");
    Purchase.by(buyer).confirm();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(rows.tries(buyer.id())).contains("failed recipient_unknown"));
    assertThat(buyer.list("").getString("items[0].title")).isEqualTo("Your order is confirmed");

    buyer.update(1);

    assertThat(theMailOf(buyer).subject()).isEqualTo("Deine Bestellung ist bestätigt");
    assertThat(buyer.list("").getString("items[0].title"))
        .isEqualTo("Deine Bestellung ist bestätigt");
  }

  /** The only mail of a person, once it is recorded as sent. */
  private ReceivedMail theMailOf(Person person) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(rows.emailStates(person.id())).containsExactly("SENT"));
    assertThat(person.mails()).hasSize(1);
    var mail = person.mails().getFirst();
    assertThat(mail.id()).isEqualTo("<" + rows.emailOf(person.id()) + "@stallcast.local>");
    return mail;
  }

  private static void assertTold(Person person, String kind, String title, String link) {
    var list = person.list("");
    assertThat(list.getList("items.kind")).containsExactly(kind);
    assertThat(list.getString("items[0].title")).isEqualTo(title);
    assertThat(list.getString("items[0].body")).isNotBlank();
    assertThat(list.getString("items[0].link")).isEqualTo(link);
  }

  /** No-break spaces as spaces. */
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace("&nbsp;", " ");
  }
}
