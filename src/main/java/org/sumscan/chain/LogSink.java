package org.sumscan.chain;

/** Takes logs as they are read from an answer, so that a large answer is never held as objects. */
@FunctionalInterface
public interface LogSink {

  /** Takes the next log, in order of position. */
  void accept(RawLog log);
}
