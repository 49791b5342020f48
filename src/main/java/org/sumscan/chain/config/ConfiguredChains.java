package org.sumscan.chain.config;

import java.util.List;

/**
 * A source of chains to follow from the start; each bean of this type adds its own, the settings
 * being one of them.
 */
@FunctionalInterface
public interface ConfiguredChains {

  /** The chains, asked for once, before the first of them is connected. */
  List<ConfiguredChain> configured();
}
