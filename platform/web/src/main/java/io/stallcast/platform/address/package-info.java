/** Addresses of clients. */
package io.stallcast.platform.address;
