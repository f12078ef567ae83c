package io.stallcast.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.stallcast.payment.ProviderProcess;
import io.stallcast.payment.Purchase;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class LedgerIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Purchase purchase = Purchase.ofTwoLines();

  @Inject Pool pool;

  @AfterEach
  void theBooksBalance() {
    Purchase.assertBooksBalance();
  }

  @Test
  void creditsEachCreatorTheLineLessTheFee() {
    purchase.paid();
    assertThat(balance("provider_cash", null)).isEqualTo(3000);
    assertThat(balance("creator_payable", purchase.lines().get(0).creatorId())).isEqualTo(-900);
    assertThat(balance("creator_payable", purchase.lines().get(1).creatorId())).isEqualTo(-1800);
    assertThat(balance("platform_fee", null)).isEqualTo(-300);
  }

  @Test
  void takesAPartialRefundFromAllInProportionAndTheRestToTheLastCent() {
    purchase
        .paid()
        .refund(Identifiers.next(), Purchase.eur(1001))
        .awaitStatus("partially_refunded");
    assertThat(balance("provider_cash", null)).isEqualTo(1999);
    assertThat(balance("creator_payable", purchase.lines().get(0).creatorId()))
        .isBetween(-600L, -599L);

    purchase.refund(Identifiers.next(), null).awaitStatus("refunded");

    assertThat(balance("creator_payable", purchase.lines().get(0).creatorId())).isZero();
    assertThat(balance("creator_payable", purchase.lines().get(1).creatorId())).isZero();
    assertThat(balance("platform_fee", null)).isZero();
    assertThat(balance("provider_cash", null)).isZero();
  }

  @Test
  void refusesAnEntryThatIsNotBalanced() {
    purchase.paid();
    assertThatThrownBy(() ->
            execute(
                """
                insert into posting (id, entry_id, account, currency, amount)
                select uuidv7(), id, 'provider_cash', 'EUR', 1 from journal_entry
                where payment_id = $1
                """))
        .hasMessageContaining("is not balanced");
  }

  @Test
  void refusesToChangeOrForget() {
    purchase.paid();
    assertThatThrownBy(() ->
            execute(
                """
                update posting set amount = amount * 2
                where entry_id in (select id from journal_entry where payment_id = $1)
                """))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> execute("delete from journal_entry where payment_id = $1"))
        .hasMessageContaining("append-only");
  }

  @Test
  void isForAdminsOnly() {
    RestAssured.get("/api/v1/ledger/trial-balance").then().statusCode(401);
    purchase.asBuyer().get("/api/v1/ledger/trial-balance").then().statusCode(403);
  }

  private void execute(String sql) {
    pool.preparedQuery(sql)
        .execute(Tuple.of(UUID.fromString(purchase.paymentId())))
        .await()
        .atMost(SOON);
  }

  private long balance(String account, UUID owner) {
    return pool.preparedQuery(
            """
            select coalesce(sum(p.amount), 0)::bigint from posting p
            join journal_entry e on e.id = p.entry_id
            where e.payment_id = $1 and p.account = $2 and p.owner_id is not distinct from $3
            """)
        .execute(Tuple.of(UUID.fromString(purchase.paymentId()), account, owner))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(SOON);
  }
}
