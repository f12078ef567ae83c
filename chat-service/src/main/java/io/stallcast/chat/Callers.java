package io.stallcast.chat;

import io.quarkus.security.identity.SecurityIdentity;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks over HTTP. */
@RequestScoped
public class Callers {
  private static final String NAME = "name";

  private final Caller caller;
  private final SecurityIdentity identity;

  Callers(Caller caller, SecurityIdentity identity) {
    this.caller = caller;
    this.identity = identity;
  }

  /**
   * The account.
   *
   * @throws ProblemException 401 where the caller is anonymous, 403 where it is no account
   */
  public Participant account() {
    return participant(caller.id());
  }

  /** The account; empty where the caller is anonymous, or a service. */
  public Optional<Participant> maybe() {
    return caller.maybeId().map(this::participant);
  }

  private Participant participant(UUID id) {
    var name =
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.<String>claim(NAME).orElse("")
            : "";
    return new Participant(id, name, identity.getRoles());
  }
}
