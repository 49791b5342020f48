package org.sumscan.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.picture.DigitPicture;

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
