/** From a request to a placed order: validated, priced, and kept once per Idempotency-Key. */
package io.stallcast.order.placing;
