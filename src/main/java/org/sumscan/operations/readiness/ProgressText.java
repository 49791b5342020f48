package org.sumscan.operations.readiness;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import org.sumscan.operations.web.StandaloneAnswer;

/** The progress of the start as a page that looks again by itself, and as a problem. */
final class ProgressText {

  private ProgressText() {}

  static StandaloneAnswer page(Readiness.Progress progress) {
    String meter =
        progress.total() > 0
            ? "<progress max=\"%d\" value=\"%d\"></progress>"
                .formatted(progress.total(), progress.done())
            : "<progress></progress>";
    return StandaloneAnswer.page(
        "Sumscan is starting",
        "<p role=\"status\">%s</p>%s<p>This page looks again every second.</p>"
            .formatted(HtmlUtils.htmlEscape(progress.sentence()), meter),
        1);
  }

  static StandaloneAnswer problem(Readiness.Progress progress) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("healthy", false);
    fields.put("step", progress.title());
    if (!progress.unit().isEmpty()) {
      fields.put("done", progress.done());
      if (progress.total() > 0) fields.put("total", progress.total());
      fields.put("unit", progress.unit());
    }
    String detail = "Sumscan is starting. " + progress.sentence() + ".";
    return StandaloneAnswer.problem(503, "Not available", detail, fields);
  }
}
