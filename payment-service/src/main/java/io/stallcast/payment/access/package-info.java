/**
 * Who may use what. A user's access to a product is the union of the entitlements from the user's
 * orders; each change of it is published in full with the next version. An order that was refunded
 * before its grant came is remembered, and the grant has no effect.
 */
package io.stallcast.payment.access;
