/**
 * What the services tell one another: topics, the CloudEvents envelope, and below it each
 * publisher's sealed events and commands. Change is additive only; consumers ignore what they do
 * not know.
 */
package io.stallcast.platform.event;
