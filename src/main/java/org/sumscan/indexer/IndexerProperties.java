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
 */
@ConfigurationProperties("sumscan.indexer")
public record IndexerProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("4") int workers,
    @DefaultValue("1m") Duration lease) {

  /** What a test uses. */
  public static IndexerProperties usual() {
    return new IndexerProperties(true, Duration.ofSeconds(1), 4, Duration.ofMinutes(1));
  }
}
