package org.sumscan.demo.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.data.Example;
import org.sumscan.demo.data.RawData;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.scenario.ScenarioAction;
import org.sumscan.encoding.Encoding;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Originals;

/** Knows what the demo's samples were before they were encoded, and gives it to the store. */
public final class DemoOriginals implements LiveChain.Witness {

  private static final long BLOCKS_AT_ONCE = 200;

  private final ChainId chain;
  private final Inbox inbox;
  private final Originals originals;
  private final Map<Address, Map<Encoding, RawData>> known = new HashMap<>();

  public DemoOriginals(
      ChainId chain, List<Deployment> deployments, Inbox inbox, Originals originals) {
    this.chain = chain;
    this.inbox = inbox;
    this.originals = originals;
    for (Deployment deployment : deployments) {
      Map<Encoding, RawData> ofModel = new HashMap<>();
      for (Example example : deployment.design().pool()) {
        RawData source = example.source();
        if (source != null) ofModel.putIfAbsent(new Encoding.Encoded(example.features()), source);
      }
      known.put(deployment.trainer(), ofModel);
    }
  }

  /**
   * Gives what is missing for the samples on the chain: in the past all of them, later those of the
   * demo's own people, as a visitor may not want theirs to be kept.
   *
   * @param past when the past ends, in seconds since 1970
   */
  public void bringPast(EmbeddedNode node, long past) throws InterruptedException {
    Set<Address> own = new HashSet<>();
    Person.others().forEach(person -> own.add(node.accounts().of(person)));
    long head = node.head().number();
    for (long from = 1; from <= head; from += BLOCKS_AT_ONCE) {
      long to = Math.min(head, from + BLOCKS_AT_ONCE - 1);
      Map<LogRef, RawData> found = new HashMap<>();
      for (EmbeddedNode.Said said : node.said(from, to, List.copyOf(known.keySet()))) {
        if (!(said.event().orElse(null) instanceof ContractEvent.AddData added)) continue;
        if (added.addedTime().longValueExact() > past && !own.contains(added.sender())) continue;
        source(said.emitter(), added.features())
            .ifPresent(
                source ->
                    found.put(new LogRef(chain, said.transaction(), said.logIndex()), source));
      }
      found.keySet().removeAll(originals.matching(List.copyOf(found.keySet())));
      bring(found);
    }
  }

  private void bring(Map<LogRef, RawData> found) {
    List<Inbox.Brought> brought = new ArrayList<>();
    found.forEach(
        (log, source) -> brought.add(new Inbox.Brought(log.transaction(), source.content())));
    inbox.bring(chain, brought);
  }

  @Override
  public void sent(List<ScenarioAction> acts, List<Hash32> hashes) {
    List<Inbox.Brought> brought = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      if (!(acts.get(i) instanceof ScenarioAction.Addition addition)) continue;
      Hash32 transaction = hashes.get(i);
      source(addition.model().trainer(), addition.sample().features())
          .ifPresent(source -> brought.add(new Inbox.Brought(transaction, source.content())));
    }
    if (!brought.isEmpty()) inbox.bring(chain, brought);
  }

  private Optional<RawData> source(Address trainer, long[] features) {
    return Optional.ofNullable(
        known.getOrDefault(trainer, Map.of()).get(new Encoding.Encoded(features)));
  }
}
