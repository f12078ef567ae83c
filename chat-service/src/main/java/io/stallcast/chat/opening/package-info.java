/** Every stream has a room, which closes with it. */
package io.stallcast.chat.opening;
