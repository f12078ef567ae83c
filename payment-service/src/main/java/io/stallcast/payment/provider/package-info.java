/** The payment providers that there are, and whether they answer. */
package io.stallcast.payment.provider;
