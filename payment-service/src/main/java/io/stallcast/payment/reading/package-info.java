/** Payments for those who made them, and for admins. */
package io.stallcast.payment.reading;
