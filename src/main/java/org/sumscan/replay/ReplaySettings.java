package org.sumscan.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the replay works.
 *
 * @param enabled whether this instance replays; one that does not still serves pages
 * @param batch how many samples are learnt between two checkpoints at most
 * @param poll how long to wait for news of the ledger before looking anyway
 * @param compare how long after a comparison with the chain the next one may follow; a model
 *     without new samples is compared 20 times less often
 */
@ConfigurationProperties("sumscan.replay")
record ReplaySettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("8192") int batch,
    @DefaultValue("2s") Duration poll,
    @DefaultValue("15s") Duration compare) {}
