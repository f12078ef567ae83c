/**
 * Collects what a person does not want to be mailed one by one, and mails it once a day.
 *
 * <p>A person has at most one digest: the database refuses a second one. Whoever adds to it holds
 * its row until the addition is committed, and so does the delayed job that ends it: what is told
 * is in this digest or in the next one, once. What was read meanwhile is left out, and a digest of
 * nothing is not sent.
 *
 * <p>When it ends it becomes a notification of its own, which is mailed like any other.
 */
package io.stallcast.notification.digest;
