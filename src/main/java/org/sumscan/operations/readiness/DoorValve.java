package org.sumscan.operations.readiness;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.sumscan.operations.web.StandaloneAnswer;

/** Answers every request by the progress of the start, until everything is prepared. */
final class DoorValve extends ValveBase {

  private final Readiness readiness;

  DoorValve(Readiness readiness) {
    super(true);
    this.readiness = readiness;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Readiness.Progress progress = readiness.progress();
    if (progress.ready()) {
      getNext().invoke(request, response);
      return;
    }
    response.setHeader("Retry-After", "1");
    StandaloneAnswer answer =
        StandaloneAnswer.wantsJson(request)
            ? ProgressText.problem(progress)
            : ProgressText.page(progress);
    answer.send(response, 503);
  }
}
