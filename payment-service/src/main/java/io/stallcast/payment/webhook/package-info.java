/**
 * Hears the provider's webhooks. A webhook is believed to say that something happened, not what: it
 * makes us ask. So a forged, late or repeated one can do no harm.
 */
package io.stallcast.payment.webhook;
