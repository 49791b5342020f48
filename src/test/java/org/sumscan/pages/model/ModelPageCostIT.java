package org.sumscan.pages.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sumscan.testing.ReplayedSite;

class ModelPageCostIT {

  private static final int MOST_STATEMENTS = 25;

  @Test
  void readsEachFactOnceAndNoMoreWhereThereAreMoreSamples() {
    try (ReplayedSite site = new ReplayedSite()) {
      site.replayUpTo(2000);
      List<String> few = read(site);
      site.replayUpTo(60_000);
      List<String> many = read(site);
      assertThat(many).containsExactlyInAnyOrderElementsOf(few);
      assertThat(many).hasSizeLessThanOrEqualTo(MOST_STATEMENTS).doesNotHaveDuplicates();
      assertThat(many).noneMatch(sql -> sql.contains("replay_segment"));
    }
  }

  /** What a second look runs, when whatever is kept between requests is there. */
  private static List<String> read(ReplayedSite site) {
    site.get(site.page());
    site.statements();
    assertThat(site.get(site.page()).body())
        .contains("Agreement with contributors’ labels, over time")
        .contains("<title id=\"chart-words\">");
    return site.statements();
  }
}
