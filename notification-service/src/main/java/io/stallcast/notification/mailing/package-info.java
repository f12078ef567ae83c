/**
 * Sends the e-mails that are queued.
 *
 * <p>A job prepares an e-mail in its transaction: it writes the letter and puts the e-mail off by a
 * lease, so that another job comes back for it if this process ends. Then it hands the letter to
 * the {@link io.stallcast.notification.mailing.Postbox}, which sends a few at a time, outside any
 * transaction and without making the consumer wait. A second transaction records what became of it:
 * sent, given up, or put off by a pause that grows. A letter that was sent by a process which then
 * died is sent again under the same Message-ID.
 *
 * <p>While the mail server is away, tries end fast and e-mails wait in the database; the service
 * stays ready.
 */
package io.stallcast.notification.mailing;
