package org.sumscan.registration;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Creation;
import org.sumscan.catalog.ListingState;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.Parts;
import org.sumscan.catalog.Profile;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.incentive.IncentiveRules;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Listings;
import org.sumscan.ledger.ModelParts;

/** Lists models: judges an address, and remembers what it is and where it started from. */
@Component
public class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private final Chains chains;
  private final Models models;
  private final Listings listings;
  private final InitCode initCode;
  private final Clock clock;
  private final Map<ModelId, CompletableFuture<Listing>> underWay = new ConcurrentHashMap<>();

  Registration(Chains chains, Models models, Listings listings, InitCode initCode, Clock clock) {
    this.chains = chains;
    this.models = models;
    this.listings = listings;
    this.initCode = initCode;
    this.clock = clock;
  }

  /**
   * Lists the model of a trainer, as often as one likes: what an earlier call has done is not done
   * again, and what it left undone is, the search for a start that was not found included. Asks the
   * chain many questions and may take seconds, or minutes where the node has no old states. Whoever
   * calls while another call for the same model goes on gets that one's answer.
   */
  public Listing listModel(ModelId id) {
    CompletableFuture<Listing> own = new CompletableFuture<>();
    CompletableFuture<Listing> other = underWay.putIfAbsent(id, own);
    if (other != null) return answer(other);
    try {
      Listing listing = listed(id);
      own.complete(listing);
      return listing;
    } catch (RuntimeException fault) {
      own.completeExceptionally(fault);
      throw fault;
    } finally {
      underWay.remove(id, own);
      own.cancel(false);
    }
  }

  private static Listing answer(CompletableFuture<Listing> other) {
    try {
      return other.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Listing.Unavailable("Sumscan is stopping");
    } catch (ExecutionException | CancellationException failed) {
      return new Listing.Unavailable("another attempt to list it has just failed");
    }
  }

  /** Whether a call to list it goes on. */
  boolean isBeingListed(ModelId id) {
    return underWay.containsKey(id);
  }

  private Listing listed(ModelId id) {
    ChainNode node = chains.node(id.chain()).orElse(null);
    if (node == null) {
      return new Listing.Refused(
          Refusal.CHAIN_NOT_FOLLOWED, "Chain " + id.chain() + " is not followed.");
    }
    try {
      BlockRef head = node.head().block();
      History history = new History(node, head);
      Model model = models.find(id).orElse(null);
      if (model == null) model = judge(id, new Contract(node, id.address(), head), history);
      listings.list(id, ledgerParts(model));
      boolean done = model.listingState() == ListingState.REPLAYABLE;
      return new Listing.Listed(done ? model : findStart(model, node, history));
    } catch (RefusedException refused) {
      return refused.listing();
    } catch (NodeFault | BlockGone fault) {
      return new Listing.Unavailable(String.valueOf(fault.getMessage()));
    }
  }

  private Model judge(ModelId id, Contract trainer, History history) throws RefusedException {
    ProfileReader reader = new ProfileReader(trainer);
    Parts parts = reader.parts();
    Address mechanism = parts.incentiveMechanism();
    IncentiveRules incentives = reader.incentiveRules(mechanism);
    Profile profile =
        new Profile(
            reader.name(),
            reader.description(),
            reader.encoder(),
            reader.learningRules(parts.classifier()),
            incentives,
            parts,
            id.address(),
            reader.modelOwner(mechanism).orElse(null),
            reader.waits(mechanism),
            reader.costWeight(mechanism, incentives),
            reader.classNames(parts.classifier()),
            creation(history, id.address()).orElse(null),
            pricedFrom(history, reader, mechanism, incentives));
    Model model = new Model(id, profile, clock.instant());
    return put(model, () -> models.put(model));
  }

  private static Optional<Creation> creation(History history, Address contract) {
    return history
        .creation(contract)
        .map(found -> new Creation(found.block().block(), found.block().time()));
  }

  private static long pricedFrom(
      History history, ProfileReader reader, Address mechanism, IncentiveRules rules)
      throws RefusedException {
    if (!rules.hasDeposits()) return 0;
    // What the mechanism says now may be the time of a sample; where it was created is better.
    long now = reader.lastUpdate(mechanism, rules);
    return creation(history, mechanism).map(Creation::time).orElse(now);
  }

  /** Stores a model, or answers what another thread or instance stored in the meantime. */
  private Model put(Model model, Supplier<Model> storing) {
    try {
      return storing.get();
    } catch (DataIntegrityViolationException | OptimisticLockingFailureException other) {
      return models.find(model.id()).orElseThrow(() -> other);
    }
  }

  private static ModelParts ledgerParts(Model model) {
    Parts parts = model.parts();
    return new ModelParts(
        parts.incentiveMechanism(),
        model.mechanismOwner(),
        parts.dataHandler(),
        parts.classifier(),
        model.incentiveRules(),
        model.waits());
  }

  private Model findStart(Model model, ChainNode node, History history) {
    StartReader reader = new StartReader(node, history, initCode);
    return switch (reader.read(
        model.parts().classifier(), model.id().address(), model.learningRules())) {
      case StartReader.Reading.Found(var start) -> {
        LOG.info("{} is listed, its start known", model);
        yield put(model, () -> models.put(model, start));
      }
      case StartReader.Reading.Unreadable(var reason) -> {
        LOG.warn("{} is listed and cannot be replayed: {}", model, reason);
        model.cannotBeReplayed(reason);
        yield put(model, () -> models.put(model));
      }
    };
  }
}
