/** Money: minor units and an ISO 4217 currency, never a floating-point number. */
package io.stallcast.platform.money;
