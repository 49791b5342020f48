package org.sumscan.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.ModelContracts;
import org.sumscan.chain.ChainNode;
import org.sumscan.contracts.KnownCode;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;

/** Remembers of which models all four contracts are builds of ours; code never changes. */
@Component
class Builds {

  private static final int MOST = 10_000;

  private @Nullable KnownCode known;
  private final Map<ModelId, Boolean> ours =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ModelId, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Whether one of a model's contracts is none of our builds. */
  boolean unknown(Model model, ChainNode node) {
    Boolean remembered;
    synchronized (this) {
      remembered = ours.get(model.id());
    }
    if (remembered != null) return !remembered;
    ModelContracts parts = model.parts();
    boolean all =
        List.of(
                model.id().address(),
                parts.dataHandler(),
                parts.incentiveMechanism(),
                parts.classifier())
            .stream()
            .allMatch(contract -> isOurs(contract, node));
    synchronized (this) {
      ours.put(model.id(), all);
    }
    return !all;
  }

  private boolean isOurs(Address contract, ChainNode node) {
    return known().contractOf(node.code(contract, null)).isPresent();
  }

  private synchronized KnownCode known() {
    if (known == null) known = KnownCode.load();
    return known;
  }
}
