package org.sumscan.indexer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code sumscan.indexer}.
 *
 * @param enabled whether this instance indexes; one that does not still serves pages
 * @param pollInterval how often a chain's head is asked for
 * @param workers how many ranges of one chain are fetched at once
 * @param lease after which time a worker that does not report loses its range
 * @param auditRequests how many single requests a second the audit of one chain may spend; 0 for no
 *     audit. An embedded chain's node is ours and is asked as fast as it answers
 */
@ConfigurationProperties("sumscan.indexer")
public record IndexerProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("4") int workers,
    @DefaultValue("1m") Duration lease,
    @DefaultValue("20") int auditRequests) {

  /** As many as the node answers. */
  static final int FREELY = 1_000_000;

  /** What a test uses. */
  public static IndexerProperties usual() {
    return new IndexerProperties(true, Duration.ofSeconds(1), 4, Duration.ofMinutes(1), FREELY);
  }
}
