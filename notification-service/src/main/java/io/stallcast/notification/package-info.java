/**
 * Telling people what concerns them: in the application and by e-mail.
 *
 * <p><b>Owns</b> the recipients and who follows whom (copies of what {@code user.events} and {@code
 * follow.events} say), the notifications, what each person chose to be told through which channel,
 * the e-mails with their delivery log, and the browsers to push to.
 *
 * <p><b>Invariants.</b> A person is told of an event once for each kind, whatever is redelivered:
 * the database refuses the second row. Notification, e-mail and the job that sends it commit
 * together. A notification is stored as facts and worded when it is read, in the reader's language.
 * An e-mail is sent at least once, always under the same Message-ID. Of an erased person only the
 * id remains.
 *
 * <p><b>In</b>: {@code user.events}, {@code follow.events}, {@code streaming.events}, {@code
 * order.events}, {@code payment.events}, its own {@code notification.jobs}. <b>Out</b>: {@code
 * notification.jobs}; among its pods {@code notification.lists}.
 *
 * <p>The features below know the language here, and not one another: {@code telling} turns events
 * into notifications, {@code mailing} sends the e-mails, {@code push} pushes to browsers, {@code
 * live} shows what changes, {@code inapp} and {@code preference} are what clients call.
 */
package io.stallcast.notification;
