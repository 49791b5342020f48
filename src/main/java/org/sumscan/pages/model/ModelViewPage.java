package org.sumscan.pages.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.fragments.ModelRules;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.model.forms.AddPanel;
import org.sumscan.pages.model.forms.PredictPanel;

/**
 * One model, a panel each.
 *
 * @param history how far its past is; null where it is all here
 * @param latest its newest samples
 */
record ModelViewPage(
    ModelHeader header,
    @Nullable HistoryView history,
    FiguresPanel figures,
    AccuracyPanel accuracy,
    Description description,
    Forms forms,
    ContributorsPanel contributors,
    List<SampleRow> latest) {

  /** The rules of its incentive, and its contracts. */
  record Description(ModelRules rules, ContractsPanel contracts) {}

  /** What a visitor can do: ask it, and teach it. */
  record Forms(PredictPanel predict, AddPanel add) {

    boolean areFine() {
      return predict.complaint().isEmpty() && add.complaint().isEmpty();
    }
  }
}
