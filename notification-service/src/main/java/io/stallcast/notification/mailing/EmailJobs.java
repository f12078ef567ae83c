package io.stallcast.notification.mailing;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Mailing.Order;
import io.stallcast.notification.mailing.EmailJob.SendEmail;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.inbox.Consumptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** Comes for e-mails that are still queued: put off, or left by a process that ended. */
@ApplicationScoped
class EmailJobs {
  private final Emails emails;
  private final Dispatch dispatch;

  EmailJobs(Emails emails, Dispatch dispatch) {
    this.emails = emails;
    this.dispatch = dispatch;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(Topic.NOTIFICATION_JOBS, EmailJob.class, this::apply);
  }

  private Uni<Void> apply(List<Envelope<EmailJob>> jobs) {
    var byEmail = jobs.stream().collect(toMap(EmailJobs::emailId, job -> job, (one, same) -> one));
    return emails
        .queued(byEmail.keySet())
        .map(queued -> queued.stream().map(e -> new Order(e, byEmail.get(e.id()), null)).toList())
        .chain(dispatch::send);
  }

  private static UUID emailId(Envelope<EmailJob> job) {
    return switch (job.data()) {
      case SendEmail send -> send.emailId();
    };
  }
}
