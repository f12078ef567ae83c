package io.stallcast.notification.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import io.stallcast.notification.Wording;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what a browser shows, for its eyes only. */
@ApplicationScoped
class PushMessages {
  private final Wording wording;

  PushMessages(Wording wording) {
    this.wording = wording;
  }

  /**
   * Takes a millisecond of the processor. Encryptions are not safe for several threads: each
   * message has its own.
   */
  EncryptedPushMessage write(Push push) {
    var subscription = push.subscription();
    return MessageEncryptions.of()
        .encrypt(
            UserAgentMessageEncryptionKeyInfo.of(subscription.p256dh(), subscription.auth()),
            PushMessage.ofUTF8(text(push)));
  }

  /** As at the socket; a second one of the same id replaces the first. */
  private String text(Push push) {
    var occasion = push.occasion();
    var text = wording.of(occasion, push.language());
    return new JsonObject()
        .put("id", push.notificationId().toString())
        .put("kind", occasion.kind().code())
        .put("title", text.title())
        .put("body", text.body())
        .put("link", occasion.path())
        .encode();
  }
}
