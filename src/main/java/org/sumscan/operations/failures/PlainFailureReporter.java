package org.sumscan.operations.failures;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells why Sumscan cannot start, on the error output. */
final class PlainFailureReporter implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    StringBuilder message = new StringBuilder("\nSumscan cannot start.\n\n");
    message.append(analysis.getDescription().strip()).append('\n');
    if (analysis.getAction() != null) message.append(analysis.getAction().strip()).append('\n');
    System.err.println(message);
  }
}
