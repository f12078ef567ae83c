/** What operators see of a service and do to it, whichever service it is: its dead letters. */
package io.stallcast.platform.operating;
