package org.sumscan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.Claims;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.SamplePage;
import org.sumscan.ledger.SampleQuery;
import org.sumscan.ledger.Samples;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.SampleFilter;

/** Answers samples: page by page, one, or all that match as a stream. */
@RestController("samplesInterface")
class SamplesController {

  private static final int USUAL = 100;
  private static final Set<String> EXPORTED = Found.names(SampleFilter.NAMES, "model");
  private static final Set<String> PAGED = Found.names(EXPORTED, "limit", "cursor");

  private final Samples samples;
  private final Claims claims;
  private final SampleBodies bodies;
  private final SampleExports exports;
  private final Found found;

  SamplesController(
      Samples samples, Claims claims, SampleBodies bodies, SampleExports exports, Found found) {
    this.samples = samples;
    this.claims = claims;
    this.bodies = bodies;
    this.exports = exports;
    this.found = found;
  }

  /**
   * Some samples.
   *
   * @param next the cursor of the next page; null on the last
   */
  record Page(List<SampleBody> items, @Nullable String next) {}

  /** A sample and what was claimed of it, in the order of the chain. */
  record Whole(SampleBody sample, List<ClaimBody> claims) {}

  /**
   * A refund or a report.
   *
   * @param kind {@code refund} or {@code report}
   * @param blockTime seconds since 1970
   * @param amount in wei
   */
  record ClaimBody(
      String kind,
      String claimant,
      String amount,
      String transactionHash,
      int logIndex,
      long blockNumber,
      long blockTime) {

    static ClaimBody of(Claim claim) {
      return new ClaimBody(
          claim.kind() == Claim.Kind.REFUND ? "refund" : "report",
          claim.claimant().toString(),
          claim.amount().toString(),
          claim.log().transaction().toString(),
          claim.log().index(),
          claim.position().block(),
          claim.blockTime());
    }
  }

  @GetMapping("/api/v1/samples")
  Page samples(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(PAGED);
    int limit = parameters.number("limit", 1, SampleQuery.MOST, USUAL);
    SamplePage page = samples.search(query(parameters, limit, parameters.text("cursor")));
    return new Page(bodies.of(page.samples()), page.next());
  }

  @GetMapping("/api/v1/samples/{chainId}/{transactionHash}/{logIndex}")
  Whole sample(
      @PathVariable String chainId,
      @PathVariable String transactionHash,
      @PathVariable String logIndex) {
    LogRef log = Found.log(chainId, transactionHash, logIndex);
    List<Sample> sample = samples.find(log).stream().toList();
    return bodies.of(sample).stream()
        .findFirst()
        .map(body -> new Whole(body, claims.ofSample(log).stream().map(ClaimBody::of).toList()))
        .orElseThrow(() -> new NotFound("No sample of a listed model is indexed there."));
  }

  @GetMapping(path = "/api/v1/samples.csv", produces = "text/csv")
  void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SampleQuery query = export(request);
    prepare(response, "text/csv;charset=utf-8;header=present", "samples.csv");
    exports.csv(query, response.getOutputStream());
  }

  @GetMapping(path = "/api/v1/samples.json", produces = MediaType.APPLICATION_JSON_VALUE)
  void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SampleQuery query = export(request);
    prepare(response, "application/json", "samples.json");
    exports.json(query, response.getOutputStream());
  }

  private static void prepare(HttpServletResponse response, String type, String file) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
  }

  private SampleQuery export(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(EXPORTED);
    return query(parameters, SampleExports.PAGE, null);
  }

  private SampleQuery query(Parameters parameters, int limit, @Nullable String cursor) {
    ModelId model = parameters.text("model") == null ? null : found.model(parameters).id();
    return SampleFilter.query(parameters, model, limit, cursor);
  }
}
