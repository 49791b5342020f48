package org.sumscan.api.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.search.SamplePage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.reading.SampleStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every sample that matches, a page in memory at a time; each page is read as the database
 * then is. A failure on the way breaks the answer off, so that half of it cannot pass for all.
 */
@Component
class SampleExports {

  /** How many samples are read at a time. */
  static final int PAGE = 500;

  /** What the name of a file tells already, or what changes nothing of what is in it. */
  private static final Set<String> TOLD = Set.of("model", "chainId", "status", "order", "reveal");

  private final Samples samples;
  private final SampleBodies bodies;
  private final JsonMapper json;
  private final Clock clock;

  SampleExports(Samples samples, SampleBodies bodies, JsonMapper json, Clock clock) {
    this.samples = samples;
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The name of a file: of which model, at which status, whether other filters narrow it, and the
   * day on which it was made.
   *
   * @param parameters the names of those that asked for it
   */
  String file(SampleQuery query, Set<String> parameters, String format) {
    ModelId model = query.criteria().model();
    ClaimStatus status = query.criteria().status();
    return "sumscan-samples"
        + (model == null ? "" : "-" + model.chain() + "-" + model.address())
        + (status == null ? "" : "-" + SampleStatus.word(status))
        + (TOLD.containsAll(parameters) ? "" : "-filtered")
        + "-"
        + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        + "."
        + format;
  }

  /**
   * The first page, read before the answer begins, so that what is wrong with the search can still
   * be said.
   */
  SamplePage first(SampleQuery query) {
    return samples.search(query);
  }

  /**
   * One line a sample, a header first, lines ended as RFC 4180 has it. A byte-order mark stands
   * before all, by which spreadsheets know that it is UTF-8.
   */
  void csv(SampleQuery query, SamplePage first, OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    writer.write("\uFEFF");
    writer.write(SampleColumns.head());
    each(query, first, body -> writer.write(SampleColumns.line(body)), writer);
  }

  /** One array of samples, one a line. */
  void json(SampleQuery query, SamplePage first, OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    boolean[] begun = {false};
    writer.write("[");
    each(
        query,
        first,
        body -> {
          writer.write(begun[0] ? ",\n" : "\n");
          writer.write(json.writeValueAsString(body));
          begun[0] = true;
        },
        writer);
    writer.write("\n]\n");
    writer.flush();
  }

  private void each(SampleQuery query, SamplePage first, Sink sink, Writer writer)
      throws IOException {
    SamplePage found = first;
    while (true) {
      for (SampleBody body : bodies.of(found.samples())) sink.accept(body);
      writer.flush();
      if (found.next() == null) return;
      found = samples.search(query.after(found.next()));
    }
  }

  /** Takes one sample after another. */
  private interface Sink {
    void accept(SampleBody body) throws IOException;
  }
}
