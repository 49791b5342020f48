package org.sumscan.kernel;

import java.util.Locale;

/** How a state is marked for people. */
public enum Tone {
  /** Neither good nor bad. */
  PLAIN,
  /** Worth a look. */
  INFO,
  /** As it should be. */
  GOOD,
  /** May want an action. */
  WARN,
  /** Has failed, or can be lost. */
  BAD;

  /** The class of the style sheets; empty for a plain one. */
  public String styleClass() {
    return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT);
  }
}
