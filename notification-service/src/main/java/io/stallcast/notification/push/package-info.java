/**
 * Web push: sends notifications to the browsers that a person has subscribed.
 *
 * <p>A push is queued for each subscription by the unit of work that tells of something, together
 * with a job that comes for it after a lease if this process ends. After the commit it goes to the
 * push service that the browser has named, encrypted for that browser alone, and signed by us. What
 * became of it is recorded in another transaction: sent, given up, put off by a pause that grows,
 * or the subscription removed because the browser has ended it. A push that was sent by a process
 * which then died is sent again; browsers replace the earlier one, as both carry the notification's
 * id.
 *
 * <p>Only the push services that are configured are ever called: an endpoint is an address that a
 * client has chosen. Each has a circuit of its own. Without keys there is no web push, and all else
 * works.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030: generic event delivery</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291: message encryption</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292: VAPID</a>
 */
package io.stallcast.notification.push;
