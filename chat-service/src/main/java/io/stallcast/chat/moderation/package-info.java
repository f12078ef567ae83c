/**
 * Moderation over HTTP: who may write and what, who is banned, what was done and why, and what
 * people think should be looked at.
 */
package io.stallcast.chat.moderation;
