/** The merchant's API: charges, refunds, and the closing of a key; and the cardholder's page. */
package io.stallcast.testprovider.charging;
