package org.sumscan.api.samples;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.api.request.PathParameters;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.ledger.search.SampleCounts;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SamplePage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.SampleFilter;

/** Answers samples: page by page, one, or all that match as a stream. */
@RestController("samplesInterface")
class SamplesApiController {

  private static final int USUAL = 100;
  private static final Set<String> EXPORTED = PathParameters.names(SampleFilter.NAMES, "model");
  private static final Set<String> PAGED = PathParameters.names(EXPORTED, "limit", "cursor");

  private final Samples samples;
  private final Claims claims;
  private final SampleBodies bodies;
  private final SampleExports exports;
  private final PathParameters paths;
  private final BlockTimes times;

  SamplesApiController(
      Samples samples,
      Claims claims,
      SampleBodies bodies,
      SampleExports exports,
      PathParameters paths,
      BlockTimes times) {
    this.samples = samples;
    this.claims = claims;
    this.bodies = bodies;
    this.exports = exports;
    this.paths = paths;
    this.times = times;
  }

  /**
   * Some samples.
   *
   * @param next the cursor of the next page; null on the last
   * @param counts how many match wherever they stand, and how many stand where; null where counting
   *     takes too long
   */
  record Page(List<SampleBody> items, @Nullable String next, @Nullable Counts counts) {}

  /** How many samples stand where; each exact up to 10,000, and beyond that {@code "10000+"}. */
  record Counts(
      String all,
      String waiting,
      String open,
      String refundable,
      String reportable,
      String partlyClaimed,
      String claimed,
      String anyoneCanTake) {

    static Counts of(SampleCounts counts) {
      Function<ClaimStatus, String> text =
          status -> Objects.requireNonNull(counts.byStatus().get(status)).toString();
      return new Counts(
          counts.all().toString(),
          text.apply(ClaimStatus.WAITING),
          text.apply(ClaimStatus.OPEN),
          text.apply(ClaimStatus.REFUNDABLE),
          text.apply(ClaimStatus.REPORTABLE),
          text.apply(ClaimStatus.PARTLY_CLAIMED),
          text.apply(ClaimStatus.CLAIMED),
          text.apply(ClaimStatus.ANYONE_CAN_TAKE));
    }
  }

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
    SampleQuery query = query(parameters, limit, parameters.text("cursor"));
    SamplePage page = samples.search(query);
    return new Page(bodies.of(page.samples()), page.next(), counts(query.criteria()));
  }

  private @Nullable Counts counts(SampleCriteria criteria) {
    try {
      return Counts.of(samples.counts(criteria));
    } catch (SearchTooBroad slow) {
      return null;
    }
  }

  @GetMapping("/api/v1/samples/{chainId}/{transactionHash}/{logIndex}")
  Whole sample(
      @PathVariable String chainId,
      @PathVariable String transactionHash,
      @PathVariable String logIndex) {
    LogRef log = PathParameters.log(chainId, transactionHash, logIndex);
    List<Sample> sample = samples.find(log).stream().toList();
    return bodies.of(sample).stream()
        .findFirst()
        .map(body -> new Whole(body, claims.ofSample(log).stream().map(ClaimBody::of).toList()))
        .orElseThrow(() -> new NotFoundException("No sample of a listed model is indexed there."));
  }

  @GetMapping(path = "/api/v1/samples.csv", produces = "text/csv")
  void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SampleQuery query = export(request);
    SamplePage first = exports.first(query);
    prepare(
        response,
        "text/csv;charset=utf-8;header=present",
        exports.file(query, request.getParameterMap().keySet(), "csv"));
    exports.csv(query, first, response.getOutputStream());
  }

  @GetMapping(path = "/api/v1/samples.json", produces = MediaType.APPLICATION_JSON_VALUE)
  void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SampleQuery query = export(request);
    SamplePage first = exports.first(query);
    prepare(
        response,
        "application/json",
        exports.file(query, request.getParameterMap().keySet(), "json"));
    exports.json(query, first, response.getOutputStream());
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
    ModelId model = parameters.text("model") == null ? null : paths.model(parameters).id();
    return SampleFilter.query(parameters, model, times.snapshot(), limit, cursor);
  }
}
