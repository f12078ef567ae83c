package io.stallcast.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stallcast.platform.event.auth.UserEvent.UserCreated;
import io.stallcast.platform.event.auth.UserEvent.UserRoleChanged;
import io.stallcast.platform.event.auth.UserEvent.UserUpdated;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
  private final Account ada =
      Account.register(
          Identifiers.next(),
          "Ada@example.org",
          "Ada",
          "$argon2id$",
          List.of("admin"),
          Instant.EPOCH);

  @Test
  void isABuyerBesideWhatItWasGiven() {
    assertThat(ada.created())
        .isInstanceOfSatisfying(
            UserCreated.class,
            created -> assertThat(created.user().roles()).containsExactly("admin", "buyer"));
  }

  @Test
  void keepsTheAddressAsItWasEntered() {
    assertThat(ada.email()).isEqualTo("Ada@example.org");
  }

  @Test
  void takesARoleOnce() {
    assertThat(ada.takeRole("creator")).containsInstanceOf(UserRoleChanged.class);
    assertThat(ada.takeRole("creator")).isEmpty();
    assertThat(ada.roles()).containsExactly("admin", "buyer", "creator");
  }

  @Test
  void changesOnlyWhatIsNamed() {
    assertThat(ada.changeProfile(null, "fr", 0)).isInstanceOf(UserUpdated.class);
    assertThat(ada.displayName()).isEqualTo("Ada");
    assertThat(ada.locale()).isEqualTo("fr");
  }

  @Test
  void refusesAChangeOfAnotherVersion() {
    assertThatThrownBy(() -> ada.changeProfile("Countess", null, 7))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.type()).isEqualTo(StandardProblem.PRECONDITION_FAILED));
    assertThat(ada.displayName()).isEqualTo("Ada");
  }
}
