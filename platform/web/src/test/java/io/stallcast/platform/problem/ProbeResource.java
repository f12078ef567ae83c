package io.stallcast.platform.problem;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Fails in every way that a resource can. */
@Path("/probe")
public class ProbeResource {
  private final Caller caller;

  ProbeResource(Caller caller) {
    this.caller = caller;
  }

  enum Kind {
    COURSE,
    MUSIC
  }

  record Offer(
      @NotBlank String title, Kind kind, @Valid @NotNull Money price, Instant from, UUID owner) {}

  record Text(@NotBlank String text) {}

  record Item(UUID id, Kind kind, Instant at, List<@Valid @NotNull Money> prices) {}

  @POST
  public Uni<Offer> create(@Valid @NotNull Offer offer) {
    return Uni.createFrom().item(offer);
  }

  @POST
  @Path("items")
  public Uni<Item> items(@Valid @NotNull Item item) {
    return Uni.createFrom().item(item);
  }

  @GET
  @Path("{id}")
  public Uni<String> one(@PathParam("id") UUID id) {
    throw ProblemException.notFound("offer");
  }

  @GET
  @Path("list")
  public Uni<Page<Integer>> list(@Valid @BeanParam PageRequest page) {
    long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
    List<Integer> rows =
        IntStream.rangeClosed((int) after + 1, 5).limit(page.limitPlusOne()).boxed().toList();
    return Uni.createFrom().item(Page.of(rows, page.limit(), Cursor::of, row -> row));
  }

  @GET
  @Path("query")
  public Uni<String> query(@QueryParam("kind") Kind kind, @QueryParam("count") @Max(9) int count) {
    return Uni.createFrom().item(kind + " " + count);
  }

  @PUT
  @Path("versioned")
  public Uni<String> versioned(@HeaderParam("If-Match") String ifMatch) {
    ETags.requirePresent(3, ETags.version(ifMatch));
    return Uni.createFrom().item("changed");
  }

  @GET
  @Path("who")
  public Uni<String> who() {
    return Uni.createFrom().item(caller.maybeId().map(UUID::toString).orElse("anonymous"));
  }

  @GET
  @Path("public")
  public Uni<String> open() {
    return Uni.createFrom().item("open");
  }

  @GET
  @Path("mine")
  @Authenticated
  public Uni<String> mine() {
    return Uni.createFrom().item(caller.id() + " " + caller.has(Role.CREATOR));
  }

  @POST
  @Path("text")
  public Uni<String> text(@Valid @NotNull Text text) {
    return Uni.createFrom().item(text.text());
  }

  @POST
  @Path("accounts")
  @Authenticated
  @ForAccounts
  public Uni<String> accounts(@Valid @NotNull Offer offer) {
    return Uni.createFrom().item(offer.title());
  }

  @GET
  @Path("id")
  public Uni<String> id() {
    return Uni.createFrom().item(caller.id().toString());
  }

  @GET
  @Path("admin")
  @RolesAllowed(Role.ADMIN)
  public Uni<String> admin() {
    return Uni.createFrom().item("admin");
  }

  @GET
  @Path("fails/{how}")
  public Uni<String> fails(@PathParam("how") String how) {
    return Uni.createFrom()
        .failure(
            switch (how) {
              case "conflict" -> new ProblemException(StandardProblem.CONFLICT, "Taken.");
              case "unprocessable" -> new ProblemException(StandardProblem.UNPROCESSABLE, null);
              case "busy" ->
                  new ProblemException(StandardProblem.TOO_MANY_REQUESTS, null)
                      .withRetryAfter(Duration.ofMillis(1500));
              case "away" -> new ProblemException(StandardProblem.UNAVAILABLE, "Later.");
              case "gone" -> new WebApplicationException(410);
              case "webapp" -> new WebApplicationException("secret");
              default -> new IllegalStateException("secret");
            });
  }

  @GET
  @Path("broken-answer")
  @Max(1)
  public int brokenAnswer() {
    return 2;
  }
}
