package org.sumscan.pages.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.AccuracyText;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.fragments.ModelRules;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.Moment;

/**
 * One model.
 *
 * @param keptHref the same address, under which what is revealed stays so
 * @param history how far its past is; null where it is all here
 * @param deposit what a sample costs now; null under points
 * @param held what the mechanism holds; null under points
 * @param chart null where the accuracy may not be shown
 * @param chartEmpty what to say in its place
 */
record ModelViewPage(
    List<Breadcrumb> trail,
    String href,
    String name,
    String description,
    String kind,
    String incentive,
    String chain,
    String keptHref,
    String samplesHref,
    String notesHref,
    List<String> warnings,
    @Nullable HistoryView history,
    AccuracyText accuracy,
    String samples,
    @Nullable Moment last,
    @Nullable Amount deposit,
    String depositNote,
    @Nullable Amount held,
    String heldNote,
    @Nullable AccuracyView chart,
    @Nullable EmptyState chartEmpty,
    ModelRules rules,
    List<Part> contracts,
    String takes,
    String encoder,
    String encoderMeaning,
    String arithmetic,
    String incentiveRules,
    String created,
    String classCount,
    List<ClassName> classes,
    String classesLeftOut,
    PredictPanel predict,
    AddPanel add,
    List<ContributorRow> contributors,
    String contributorsLeftOut,
    @Nullable ConfusionView confusion,
    List<SampleRow> latest) {

  /** One of the model's contracts. */
  record Part(String name, AddressText address) {}

  /** A class and its position. */
  record ClassName(int index, String name) {}
}
