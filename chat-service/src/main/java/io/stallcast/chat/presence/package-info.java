/**
 * Who is in a room and who writes, over all pods. Every pod says every two seconds who is there by
 * way of it, and counts who is there by way of any; of who is silent for six seconds nobody is
 * counted any more. Nothing of it lasts.
 */
package io.stallcast.chat.presence;
