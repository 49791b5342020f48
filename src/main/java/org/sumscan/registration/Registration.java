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
import org.springframework.transaction.support.TransactionOperations;
import org.sumscan.catalog.Creation;
import org.sumscan.catalog.ListingState;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.ModelContracts;
import org.sumscan.catalog.ModelMetadata;
import org.sumscan.catalog.ModelOwners;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.Pricing;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.Mechanism;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.write.Listings;
import org.sumscan.ledger.write.ModelParts;
import org.sumscan.registration.classifier.InitCode;

/** Lists models: judges an address, and stores what it is and its initial state. */
@Component
public class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private final Chains chains;
  private final Models models;
  private final Listings listings;
  private final TransactionOperations transactions;
  private final InitCode initCode;
  private final Clock clock;
  private final Map<ModelId, CompletableFuture<ListingResult>> underWay = new ConcurrentHashMap<>();

  Registration(
      Chains chains,
      Models models,
      Listings listings,
      TransactionOperations transactions,
      InitCode initCode,
      Clock clock) {
    this.chains = chains;
    this.models = models;
    this.listings = listings;
    this.transactions = transactions;
    this.initCode = initCode;
    this.clock = clock;
  }

  /**
   * Lists the model of a trainer. Safe to repeat: what an earlier call did is kept, and a search
   * for the initial state that failed is tried again. Asks the chain many questions and may take
   * seconds, or minutes where the node has no old states. While one call for a model runs, further
   * ones wait for its result.
   */
  public ListingResult listModel(ModelId id) {
    CompletableFuture<ListingResult> own = new CompletableFuture<>();
    CompletableFuture<ListingResult> other = underWay.putIfAbsent(id, own);
    if (other != null) return answer(other);
    try {
      ListingResult listing = listed(id);
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

  private static ListingResult answer(CompletableFuture<ListingResult> other) {
    try {
      return other.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new ListingResult.Unavailable("Sumscan is stopping");
    } catch (ExecutionException | CancellationException failed) {
      return new ListingResult.Unavailable("another attempt to list it has just failed");
    }
  }

  /** Whether a call to list it goes on. */
  boolean isBeingListed(ModelId id) {
    return underWay.containsKey(id);
  }

  private ListingResult listed(ModelId id) {
    ChainNode node = chains.node(id.chain()).orElse(null);
    if (node == null) {
      return new ListingResult.Refused(
          Refusal.CHAIN_NOT_FOLLOWED, "Chain " + id.chain() + " is not followed.");
    }
    try {
      BlockRef head = node.head().block();
      ChainHistory history = new ChainHistory(node, head);
      Model model = models.find(id).orElse(null);
      if (model == null) {
        model = list(judge(id, new ContractReader(node, id.address(), head), history));
      }
      boolean done = model.listingState() == ListingState.REPLAYABLE;
      return new ListingResult.Listed(done ? model : findInitialState(model, node, history));
    } catch (RefusedException refused) {
      return refused.listing();
    } catch (NodeFault | BlockGone fault) {
      return new ListingResult.Unavailable(String.valueOf(fault.getMessage()));
    }
  }

  private Model judge(ModelId id, ContractReader trainer, ChainHistory history)
      throws RefusedException {
    ProfileReader reader = new ProfileReader(trainer);
    ModelContracts parts = reader.parts();
    Address mechanism = parts.incentiveMechanism();
    Mechanism incentives = reader.mechanism(mechanism);
    ModelMetadata metadata =
        new ModelMetadata(
            reader.texts(parts.classifier()),
            reader.learningRules(parts.classifier()),
            incentives,
            parts,
            new ModelOwners(id.address(), reader.modelOwner(mechanism).orElse(null)),
            reader.waits(mechanism),
            new Pricing(
                reader.costWeight(mechanism, incentives),
                pricedFrom(history, reader, mechanism, incentives)),
            creation(history, id.address()).orElse(null));
    return new Model(id, metadata, clock.instant());
  }

  /** Lists a model in the index and in the catalog, or in neither. */
  private Model list(Model model) {
    return put(
        model,
        () ->
            transactions.execute(
                transaction -> {
                  listings.list(model.id(), ledgerParts(model));
                  return models.put(model);
                }));
  }

  private static Optional<Creation> creation(ChainHistory history, Address contract) {
    return history
        .creation(contract)
        .map(found -> new Creation(found.block().block(), found.block().time()));
  }

  private static long pricedFrom(
      ChainHistory history, ProfileReader reader, Address mechanism, Mechanism rules)
      throws RefusedException {
    if (!rules.getters().contains(Getter.LAST_UPDATE)) return 0;
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
    ModelContracts parts = model.parts();
    return new ModelParts(
        parts.incentiveMechanism(),
        model.mechanismOwner(),
        parts.dataHandler(),
        parts.classifier(),
        model.mechanism(),
        model.waits());
  }

  private Model findInitialState(Model model, ChainNode node, ChainHistory history) {
    InitialStateReader reader = new InitialStateReader(node, history, initCode);
    return switch (reader.read(
        model.parts().classifier(), model.id().address(), model.learningRules())) {
      case InitialStateReader.Reading.Found(var start) -> {
        LOG.info("{} is listed, its initial state known", model);
        yield put(model, () -> models.put(model, start));
      }
      case InitialStateReader.Reading.Unreadable(var reason) -> {
        LOG.warn("{} is listed and cannot be replayed: {}", model, reason);
        yield put(model, () -> models.putUnreadable(model, reason));
      }
    };
  }
}
