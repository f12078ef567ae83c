/**
 * chat-service beside a socket.io server: the same crowd in the same rooms, first with one and then
 * with the other, on the same machine in one run.
 */
package io.stallcast.load.chat;
