/** What a person wants to be told, and through which channels. */
package io.stallcast.notification.preference;
