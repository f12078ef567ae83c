/** A person's own list of notifications. */
package io.stallcast.notification.inapp;
