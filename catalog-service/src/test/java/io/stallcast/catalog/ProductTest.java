package io.stallcast.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stallcast.platform.money.Money;
import io.stallcast.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProductTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final ProductDetails DETAILS =
      new ProductDetails("Knots", "How to tie", new Money(500, "EUR"), null, List.of("rope"));

  private final Product product =
      Product.draft(
          UUID.randomUUID(),
          UUID.randomUUID(),
          ProductKind.COURSE,
          StockPolicy.UNLIMITED,
          DETAILS,
          NOW);

  @Test
  void startsAsADraft() {
    assertThat(product.status()).isEqualTo(ProductStatus.DRAFT);
    assertThat(product.snapshot().publishedAt()).isNull();
    assertThat(product.version()).isEqualTo(1);
    assertThat(product.details()).isEqualTo(DETAILS);
  }

  @Test
  void isNewFromItsPublication() {
    product.publish(NOW.plusSeconds(60));

    assertThat(product.snapshot().status()).isEqualTo("published");
    assertThat(product.snapshot().publishedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(product.listedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void isPublishedOnce() {
    product.publish(NOW);

    assertRefused(() -> product.publish(NOW));
  }

  @Test
  void isArchivedOnlyFromSale() {
    assertRefused(product::archive);

    product.publish(NOW);
    product.archive();

    assertThat(product.status()).isEqualTo(ProductStatus.ARCHIVED);
    assertRefused(product::archive);
    assertRefused(() -> product.publish(NOW));
  }

  @Test
  void isNotEditedOnceArchived() {
    product.publish(NOW);
    product.archive();

    assertRefused(() -> product.edit(DETAILS));
  }

  @Test
  void keepsTagsInLowerCaseAndOnce() {
    var details =
        new ProductDetails("Knots", null, DETAILS.price(), null, Arrays.asList(" Rope", "rope"));

    assertThat(details.tags()).containsExactly("rope");
    assertThat(details.description()).isEmpty();
  }

  private static void assertRefused(ThrowingCallable change) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(change)
        .satisfies(
            refused -> assertThat(refused.type()).isEqualTo(CatalogProblem.ILLEGAL_TRANSITION));
  }
}
