/**
 * Accounts that exist from the first start: an installation's first administrator, a demo's people.
 * They are made once, by whichever pod is first; changes of the configuration do not touch them.
 */
package io.stallcast.auth.bootstrap;
