package org.sumscan.pages.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.chart.DigitPicture;
import org.sumscan.pages.fragments.ClaimRow;
import org.sumscan.pages.fragments.ModelRules;
import org.sumscan.pages.fragments.OriginalView;
import org.sumscan.pages.fragments.PredictionView;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.Moment;

/**
 * One sample.
 *
 * @param original what was sent for it; null for nothing
 * @param features as many of them as a page shows
 * @param featuresLeftOut how many more there are; empty for none
 * @param said what the contract and our replay say of it now
 * @param claim what an account can claim from it
 * @param deposit null under points
 * @param noClaims what to say while there is none
 */
record SampleViewPage(
    String title,
    String chainId,
    List<Breadcrumb> trail,
    String label,
    String model,
    String modelHref,
    Moment added,
    String status,
    String statusTone,
    String featuresTitle,
    @Nullable OriginalView original,
    @Nullable DigitPicture picture,
    String pictureWords,
    List<String> features,
    String featuresLeftOut,
    String jsonHref,
    List<PredictionView> said,
    ClaimSection claim,
    AddressText sender,
    @Nullable Amount deposit,
    @Nullable Amount left,
    AddressText transaction,
    String block,
    String logIndex,
    AddressText blockHash,
    AddressText key,
    List<ClaimRow> claims,
    String noClaims,
    List<ModelRules.Window> windows) {}
