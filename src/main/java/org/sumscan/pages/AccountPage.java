package org.sumscan.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address added, claimed and earned.
 *
 * @param modelHref the model that lives at the address; empty for none
 * @param samplesHref a search of its samples; empty where it added none
 * @param empty what to say of an address that did nothing; null for one that did
 */
record AccountPage(
    String title,
    AddressText address,
    String modelHref,
    String modelName,
    String samplesHref,
    List<Fact> figures,
    List<ModelRow> models,
    List<ClaimRow> claims,
    List<SampleRow> latest,
    @Nullable Empty empty) {

  /** What it did with one model; amounts are null under points. */
  record ModelRow(
      String href,
      String name,
      String chain,
      String samplesHref,
      String samples,
      @Nullable Amount paid,
      String refunds,
      String reports,
      @Nullable Amount received) {}
}
