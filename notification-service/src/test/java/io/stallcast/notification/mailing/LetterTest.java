package io.stallcast.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.identifier.Identifiers;
import org.junit.jupiter.api.Test;

class LetterTest {
  @Test
  void keepsLineBreaksOutOfTheSubject() {
    var letter = new Letter(Identifiers.next(), "a@example.org", "Sold: x\r\nBcc: y", "", "");

    assertThat(letter.toMail("stallcast.local").getSubject()).isEqualTo("Sold: x Bcc: y");
  }

  @Test
  void isNamedByItsEmail() {
    var id = Identifiers.next();

    var mail = new Letter(id, "a@example.org", "", "", "").toMail("shop.example");

    assertThat(mail.getHeaders().get("Message-ID")).containsExactly("<" + id + "@shop.example>");
  }
}
