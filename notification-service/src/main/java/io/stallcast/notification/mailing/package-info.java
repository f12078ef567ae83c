/**
 * Sends the e-mails that are queued.
 *
 * <p>An e-mail is queued by the unit of work that tells of something, together with a job that
 * comes for it after a lease, if it is still queued: if this process ends. After the commit it goes
 * to the {@link io.stallcast.notification.Postbox}, which sends a few at a time, outside any
 * transaction and without making a consumer wait. Another transaction, shared by what ends at the
 * same time, records what became of it: sent, given up, or put off by a pause that grows. A letter
 * that was sent by a process which then died is sent again under the same Message-ID.
 *
 * <p>While the mail server is away, tries end fast and e-mails wait in the database; the service
 * stays ready.
 */
package io.stallcast.notification.mailing;
