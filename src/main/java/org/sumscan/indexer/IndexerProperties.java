package org.sumscan.indexer;

import java.time.Duration;
import java.util.List;
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
 * @param resume chains whose index has stopped and is to go on, each by its id: what the node does
 *     not have leaves; by id and block such as {@code 1@12000}, all above that block
 */
@ConfigurationProperties("sumscan.indexer")
public record IndexerProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("4") int workers,
    @DefaultValue("1m") Duration lease,
    @DefaultValue("20") int auditRequests,
    @DefaultValue List<String> resume) {

  /** As many as the node answers. */
  static final int FREELY = 1_000_000;

  /** What a test uses. */
  public static IndexerProperties usual() {
    return new IndexerProperties(
        true, Duration.ofSeconds(1), 4, Duration.ofMinutes(1), FREELY, List.of());
  }
}
