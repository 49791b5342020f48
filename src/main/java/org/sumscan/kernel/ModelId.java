package org.sumscan.kernel;

/** A model: the chain it lives on and the address of its trainer contract. */
public record ModelId(ChainId chain, Address address) implements Comparable<ModelId> {

  @Override
  public int compareTo(ModelId other) {
    int order = chain.compareTo(other.chain);
    return order == 0 ? address.compareTo(other.address) : order;
  }

  /** Chain id and checksummed address, as pages put them into a path. */
  @Override
  public String toString() {
    return chain + "/" + address;
  }
}
