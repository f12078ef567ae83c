/** The rules of rooms: who may write, and what is not wanted. Judged before anything is said. */
package io.stallcast.chat.policy;
