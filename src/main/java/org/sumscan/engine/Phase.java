package org.sumscan.engine;

/** The order in which engines start, and the reverse of that in which they stop. */
public enum Phase {
  /** What fills the ledger. */
  INDEX(100),
  /** What lists models. */
  LISTING(150),
  /** What reads the ledger. */
  READERS(200),
  /** What makes the embedded chain grow. */
  DEMO(300);

  private final int order;

  Phase(int order) {
    this.order = order;
  }

  /** As {@link org.springframework.context.SmartLifecycle#getPhase()} wants it. */
  public int order() {
    return order;
  }
}
