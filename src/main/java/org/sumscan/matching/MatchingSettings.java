package org.sumscan.matching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the matching works.
 *
 * @param enabled whether this instance compares originals with samples
 */
@ConfigurationProperties("sumscan.matching")
record MatchingSettings(@DefaultValue("true") boolean enabled) {}
