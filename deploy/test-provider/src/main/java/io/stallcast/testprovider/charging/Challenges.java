package io.stallcast.testprovider.charging;

import io.smallrye.mutiny.Uni;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ChargeStatus;
import io.stallcast.testprovider.ProviderException;
import io.stallcast.testprovider.store.ProviderStore;
import io.stallcast.testprovider.webhook.Webhooks;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** The page on which a cardholder confirms a charge or refuses it. */
@Path("/challenges/{id}")
@Produces(MediaType.TEXT_HTML)
class Challenges {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Test bank</title>
      <style>body{font:1.1rem system-ui;max-width:26rem;margin:4rem auto;padding:0 1rem}
      button{font:inherit;padding:.6rem 1.2rem;margin-right:.5rem}</style>
      <h1>Test bank</h1>
      %s
      </html>
      """;
  private static final String QUESTION =
      """
      <p>A merchant wants %d.%02d %s from your card. Is it you who pays?</p>
      <form method="post">
      <button name="outcome" value="approve">Yes, pay</button>
      <button name="outcome" value="decline">No, refuse</button>
      </form>
      """;

  private final ProviderStore store;
  private final Webhooks webhooks;

  Challenges(ProviderStore store, Webhooks webhooks) {
    this.store = store;
    this.webhooks = webhooks;
  }

  @GET
  public Uni<String> ask(@RestPath String id) {
    return store.read(() -> page(find(id)));
  }

  @POST
  public Uni<String> answer(@RestPath String id, @FormParam("outcome") String outcome) {
    return store.change(() -> page(complete(find(id), outcome)));
  }

  private Charge complete(Charge charge, String outcome) {
    if (charge.status() != ChargeStatus.REQUIRES_CHALLENGE) {
      return charge;
    }
    var completed =
        switch (outcome) {
          case "approve" -> charge.with(ChargeStatus.SUCCEEDED, null);
          case "decline" -> charge.with(ChargeStatus.FAILED, "declined");
          case null, default ->
              throw new ProviderException(422, "unknown_outcome", "Say approve or decline.");
        };
    store.put(completed);
    webhooks.tell(completed);
    return completed;
  }

  private Charge find(String id) {
    return store
        .charge(id)
        .filter(charge -> charge.challengeUrl() != null)
        .orElseThrow(ProviderException::notFound);
  }

  private static String page(Charge charge) {
    return PAGE.formatted(
        switch (charge.status()) {
          case REQUIRES_CHALLENGE ->
              QUESTION.formatted(charge.amount() / 100, charge.amount() % 100, charge.currency());
          case SUCCEEDED -> "<p>Thank you: it is paid. You can close this page.</p>";
          case FAILED -> "<p>You refused it; nothing was paid. You can close this page.</p>";
          case CANCELLED -> "<p>The merchant no longer waits for this; nothing was paid.</p>";
        });
  }
}
