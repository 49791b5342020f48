package org.sumscan.operations.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Says what went wrong where no page of ours could: one sentence, nothing of our inside. */
public final class PlainErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    int status = Unparsed.status(request, response.getStatus());
    boolean program = StandaloneAnswer.wantsJson(request) || Unparsed.asksTheInterface(request);
    try {
      Failure.of(status).answer(program).send(response, status);
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // Whoever asked does not listen any more.
    }
  }
}
