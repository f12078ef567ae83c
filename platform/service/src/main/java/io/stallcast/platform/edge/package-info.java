/** Who stands before a service, and is believed when it says who asks. */
package io.stallcast.platform.edge;
