package io.stallcast.notification.mailing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The e-mails, each in plain text and HTML, below {@code templates/mail}. */
@CheckedTemplate(basePath = "mail")
final class Templates {
  private Templates() {}

  static native TemplateInstance welcome(Frame frame);

  static native TemplateInstance orderConfirmed(
      Frame frame, String orderId, List<Row> rows, String total);

  static native TemplateInstance orderFailed(Frame frame, String orderId, List<Row> rows);

  static native TemplateInstance refund(Frame frame, String orderId, String amount);

  static native TemplateInstance stream(Frame frame);

  static native TemplateInstance digest(Frame frame, List<Line> lines, int more);

  static native TemplateInstance sale(Frame frame, String orderId, List<Row> rows, String total);
}
