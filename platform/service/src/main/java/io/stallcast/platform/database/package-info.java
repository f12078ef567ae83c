/** What the database says when it refuses. */
package io.stallcast.platform.database;
