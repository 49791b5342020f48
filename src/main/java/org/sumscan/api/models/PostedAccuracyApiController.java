package org.sumscan.api.models;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.PostedAccuracies;
import org.sumscan.accuracy.PostedAccuracy;
import org.sumscan.api.request.PathParameters;
import org.sumscan.catalog.Model;
import org.sumscan.reading.Parameters;

/** Answers what others said of a model's accuracy, apart from what we found. */
@RestController
class PostedAccuracyApiController {

  private static final int LEAST = 4;
  private static final int USUAL = 1000;

  private final PostedAccuracies posted;
  private final PathParameters paths;

  PostedAccuracyApiController(PostedAccuracies posted, PathParameters paths) {
    this.posted = posted;
    this.paths = paths;
  }

  /**
   * What was posted, the latest of it, by time.
   *
   * @param checked always false: nobody has
   */
  record PostedLine(
      long chainId, String model, String series, boolean checked, List<PostedPoint> points) {}

  /**
   * A posted accuracy.
   *
   * @param blockNumber the transaction's, as whoever posted it says
   * @param accuracy the number as it was written
   */
  record PostedPoint(
      String transactionHash, @Nullable Long blockNumber, String accuracy, Instant postedAt) {

    static PostedPoint of(PostedAccuracy posted) {
      return new PostedPoint(
          posted.transaction().toString(), posted.block(), posted.figure().written(), posted.at());
    }
  }

  @GetMapping(path = "/api/v1/models/{chainId}/{address}/accuracy", params = "series=posted")
  PostedLine posted(
      HttpServletRequest request, @PathVariable String chainId, @PathVariable String address) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(Set.of("series", "points"));
    int points = parameters.number("points", LEAST, AccuracyFigures.POINTS, USUAL);
    Model model = paths.model(chainId, address);
    return new PostedLine(
        model.id().chain().value(),
        model.id().address().toString(),
        "posted",
        false,
        posted.of(model.id(), points).stream().map(PostedPoint::of).toList());
  }
}
