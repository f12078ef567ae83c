/** Every stream has a room, which closes with it, and so has every course that is sold. */
package io.stallcast.chat.opening;
