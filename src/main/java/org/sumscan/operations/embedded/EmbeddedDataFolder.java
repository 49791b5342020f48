package org.sumscan.operations.embedded;

import java.nio.file.Path;

/**
 * The data folder that holds the embedded database; there is none if a database is configured.
 *
 * @param path absolute
 */
public record EmbeddedDataFolder(Path path) {}
