package org.sumscan.transactions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How transactions are followed.
 *
 * @param enabled whether this instance looks after them; one that does not still shows them
 * @param poll how long to wait for news of the ledger before looking anyway
 */
@ConfigurationProperties("sumscan.transactions")
record TransactionsSettings(
    @DefaultValue("true") boolean enabled, @DefaultValue("1s") Duration poll) {}
