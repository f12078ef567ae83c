/** Where state, messages and inbox commit together. */
package io.stallcast.platform.transaction;
