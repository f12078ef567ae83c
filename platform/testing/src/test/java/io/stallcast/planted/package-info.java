/** A service that breaks every rule of the architecture, once each. */
package io.stallcast.planted;
