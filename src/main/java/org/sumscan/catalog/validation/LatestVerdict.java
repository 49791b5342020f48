package org.sumscan.catalog.validation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ModelId;

/**
 * What the newest validation of a contract said.
 *
 * @param verdict the worst of its checks; null while it goes on
 * @param warnings how many of its checks warn
 */
public record LatestVerdict(
    UUID validation, ModelId model, @Nullable CheckVerdict verdict, int warnings, Instant at) {}
