package org.sumscan.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.sumscan.engine.EngineThread;
import org.sumscan.originals.OriginalReceived;

/** Wakes the matching thread once a submission is committed. */
@Component
class Arrivals {

  private final EngineThread matchingThread;

  Arrivals(EngineThread matchingThread) {
    this.matchingThread = matchingThread;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onArrival(OriginalReceived arrival) {
    matchingThread.wake();
  }
}
