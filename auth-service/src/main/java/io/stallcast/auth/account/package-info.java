/** One's own account: register, see, change, take a role. */
package io.stallcast.auth.account;
