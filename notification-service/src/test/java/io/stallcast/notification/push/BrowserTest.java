package io.stallcast.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import io.stallcast.notification.Browser;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** By the example of RFC 8291, section 5. */
class BrowserTest {
  private static final String PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String TEXT = "When I grow up, I want to be a watermelon";
  private static final String MESSAGE =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6"
          + "TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSx"
          + "sj_Qulcy4a-fN";

  private final Browser browser = Browser.of(PUBLIC, PRIVATE, AUTH);

  @Test
  void readsTheMessageOfTheExample() {
    assertThat(browser.decrypt(Base64.getUrlDecoder().decode(MESSAGE))).isEqualTo(TEXT);
  }

  @Test
  void readsWhatIsEncryptedForIt() {
    var encrypted =
        MessageEncryptions.of()
            .encrypt(UserAgentMessageEncryptionKeyInfo.of(PUBLIC, AUTH), PushMessage.ofUTF8(TEXT));

    assertThat(browser.decrypt(encrypted.toBytes())).isEqualTo(TEXT);
  }
}
