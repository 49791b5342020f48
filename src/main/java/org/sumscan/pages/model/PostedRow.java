package org.sumscan.pages.model;

import java.time.Instant;
import java.util.List;
import org.sumscan.accuracy.PostedAccuracy;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;

/**
 * An accuracy that someone posted, and that nobody has checked.
 *
 * @param accuracy the number as it was written
 * @param block the block that it was said to hold after; empty where none was named
 */
record PostedRow(String accuracy, String transaction, String block, Moment at) {

  /** The latest first. */
  static List<PostedRow> of(List<PostedAccuracy> oldestFirst, Instant now) {
    return oldestFirst.reversed().stream().map(posted -> of(posted, now)).toList();
  }

  private static PostedRow of(PostedAccuracy posted, Instant now) {
    Long block = posted.block();
    return new PostedRow(
        posted.figure().written(),
        posted.transaction().toString().substring(0, 10) + "…",
        block == null ? "" : NumberText.grouped(block),
        Moment.of(posted.at().getEpochSecond(), now));
  }
}
