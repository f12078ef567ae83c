/** How long a service takes to start alone, and what it holds then. */
package io.stallcast.load.start;
