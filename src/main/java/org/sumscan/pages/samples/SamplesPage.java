package org.sumscan.pages.samples;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.reading.Parameters;

/**
 * A search of samples.
 *
 * @param path the page itself without its filters
 * @param modelName the one model that is searched; empty for all
 * @param form what the filters' fields hold
 * @param panelOpen whether a field of the panel of filters narrows the search, so that it is shown
 * @param filtered whether anything does
 * @param filterWords the filters that are on, in a few words
 * @param complaint what is wrong with the search; empty where nothing is
 * @param chains the chains to choose among; empty where the model fixes it
 * @param first the first page of the same search; empty on it
 * @param next the page after; empty on the last
 */
record SamplesPage(
    String title,
    List<Breadcrumb> trail,
    String path,
    String modelName,
    Form form,
    boolean panelOpen,
    boolean filtered,
    String filterWords,
    String complaint,
    List<Choice> labels,
    List<Choice> chains,
    List<Choice> orders,
    List<Choice> answers,
    List<Choice> owners,
    List<Choice> claims,
    List<Choice> chips,
    String csv,
    String json,
    List<SampleRow> rows,
    String first,
    String next,
    String pageSize,
    @Nullable EmptyState empty) {

  /** What the fields hold, as it was given. */
  record Form(
      String text,
      String sender,
      String account,
      String label,
      String fromTime,
      String toTime,
      String fromBlock,
      String toBlock,
      String minEth,
      String maxEth,
      String status) {

    /** As it was typed, right or wrong. */
    static Form typed(Parameters parameters) {
      return new Form(
          parameters.shown("text"),
          parameters.shown("sender"),
          parameters.shown("account"),
          parameters.shown("label"),
          parameters.shown("fromTime"),
          parameters.shown("toTime"),
          parameters.shown("fromBlock"),
          parameters.shown("toBlock"),
          parameters.shown("minEth"),
          parameters.shown("maxEth"),
          parameters.shown("status"));
    }
  }
}
