package org.sumscan.pages.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.ModelAccuracy;
import org.sumscan.accuracy.PostedAccuracy;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.model.forms.RecentSamples;
import org.sumscan.reading.ModelCard;

/**
 * What the stores know of one model, each fact once.
 *
 * @param contributions the accounts with most samples, these first
 * @param posted accuracies that others posted, the oldest first; empty while the model is redacted
 * @param history how far its past is; null where it is all here
 */
record ModelFacts(
    ModelCard card,
    ModelAccuracy accuracy,
    List<Contribution> contributions,
    List<PostedAccuracy> posted,
    RecentSamples recent,
    @Nullable HistoryView history) {}
