package org.sumscan.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.originals.Original;
import org.sumscan.originals.Originals;

/** The originals that a visitor may see: none of models that are redacted for them. */
@Component
public class ShownOriginals {

  private final Originals originals;
  private final Models models;

  ShownOriginals(Originals originals, Models models) {
    this.originals = originals;
    this.models = models;
  }

  /** What was sent for a sample, matching or not. */
  public Optional<Original> find(LogRef sample) {
    return originals.find(sample).filter(this::isShown);
  }

  /** What was sent for each of these samples, matching or not; one without anything is missing. */
  public Map<LogRef, Original> of(Collection<LogRef> samples) {
    Map<ModelId, Optional<Model>> known = new HashMap<>();
    Map<LogRef, Original> found = new HashMap<>(originals.of(samples));
    found
        .values()
        .removeIf(
            original ->
                isRedacted(original, known.computeIfAbsent(original.model(), models::find)));
    return found;
  }

  /** What was sent for the samples of a transaction, by the samples' order. */
  public List<Original> ofTransaction(ChainId chain, Hash32 transaction) {
    return originals.ofTransaction(chain, transaction).stream().filter(this::isShown).toList();
  }

  private boolean isShown(Original original) {
    return !isRedacted(original, models.find(original.model()));
  }

  private static boolean isRedacted(Original original, Optional<Model> model) {
    return model
        .filter(known -> ContentVisibility.beside(original.sample(), known).isRedacted())
        .isPresent();
  }
}
