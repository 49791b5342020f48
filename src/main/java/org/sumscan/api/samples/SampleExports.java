package org.sumscan.api.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.ledger.search.SamplePage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every sample that matches, a page in memory at a time; each page is read as the database
 * then is. A failure on the way breaks the answer off, so that half of it cannot pass for all.
 */
@Component
class SampleExports {

  /** How many samples are read at a time. */
  static final int PAGE = 500;

  private static final List<String> COLUMNS =
      List.of(
          "chainId",
          "model",
          "transactionHash",
          "logIndex",
          "blockNumber",
          "blockHash",
          "blockTime",
          "key",
          "addedTime",
          "sender",
          "classification",
          "label",
          "deposit",
          "claimable",
          "status",
          "refundable",
          "reportable",
          "anyoneCanTake",
          "refundableFrom",
          "anyoneCanTakeFrom",
          "agrees",
          "answeredAtBlock",
          "refunds",
          "refunded",
          "reports",
          "reported",
          "features");

  private final Samples samples;
  private final SampleBodies bodies;
  private final JsonMapper json;

  SampleExports(Samples samples, SampleBodies bodies, JsonMapper json) {
    this.samples = samples;
    this.bodies = bodies;
    this.json = json;
  }

  /**
   * The first page, read before the answer begins, so that what is wrong with the search can still
   * be said.
   */
  SamplePage first(SampleQuery query) {
    return samples.search(query);
  }

  /** One line a sample, a header first, lines ended as RFC 4180 has it. */
  void csv(SampleQuery query, SamplePage first, OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    writer.write(Csv.line(COLUMNS));
    each(query, first, body -> writer.write(line(body)), writer);
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

  private static String line(SampleBody body) {
    SampleName name = body.name();
    SampleBody.Block block = body.block();
    SampleBody.Data data = body.data();
    SampleBody.Status status = body.status();
    SampleBody.Agreement agreement = body.agreement();
    SampleBody.Claims claims = body.claims();
    return Csv.line(
        List.of(
            Long.toString(name.chainId()),
            name.model(),
            name.transactionHash(),
            Integer.toString(name.logIndex()),
            Long.toString(block.blockNumber()),
            block.blockHash(),
            Long.toString(block.blockTime()),
            data.key(),
            data.addedTime(),
            data.sender(),
            data.classification(),
            data.label() == null ? "" : data.label(),
            data.deposit(),
            status.claimable(),
            status.status(),
            Boolean.toString(status.refundable()),
            Boolean.toString(status.reportable()),
            Boolean.toString(status.anyoneCanTake()),
            text(status.refundableFrom()),
            text(status.anyoneCanTakeFrom()),
            text(agreement.agrees()),
            text(agreement.answeredAtBlock()),
            Integer.toString(claims.refunds()),
            claims.refunded(),
            Integer.toString(claims.reports()),
            claims.reported(),
            "[" + String.join(" ", data.features()) + "]"));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** Takes one sample after another. */
  private interface Sink {
    void accept(SampleBody body) throws IOException;
  }
}
