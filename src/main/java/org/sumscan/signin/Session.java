package org.sumscan.signin;

import java.time.Instant;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * An account that is signed in from one browser.
 *
 * @param chain where the account is an account; it matters for contracts
 * @param formToken what a request that acts for the account must carry beside the cookie: pages of
 *     other sites cannot know it
 */
public record Session(ChainId chain, Address account, Instant expiresAt, String formToken) {}
