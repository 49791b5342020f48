package org.sumscan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.catalog.search.ModelFacets;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.catalog.search.ModelSearches;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.ModelKey;

/**
 * The listed models, with strangers' texts as far as the visitor whom a thread serves may see them;
 * see {@link ContentVisibility}. A thread that serves nobody gets them redacted.
 */
@Repository
@Transactional(readOnly = true)
public class Models {

  private final ModelRows rows;
  private final InitialStateRows starts;
  private final ModelSearches searches;

  Models(ModelRows rows, InitialStateRows starts, ModelSearches searches) {
    this.rows = rows;
    this.starts = starts;
    this.searches = searches;
  }

  /** The model, if it is listed. */
  public Optional<Model> find(ModelId id) {
    return rows.findById(ModelKey.of(id)).map(ContentVisibility::over);
  }

  /** Every listed model of a chain, by address. */
  public List<Model> allOn(ChainId chain) {
    return seen(rows.onChain(chain.value()));
  }

  /** Every listed model. */
  public List<Model> all() {
    return seen(rows.findAll());
  }

  /** The models whose samples can be replayed, by chain and address. */
  public List<ModelId> replayable() {
    return rows.keysIn(ListingState.REPLAYABLE).stream().map(ModelKey::id).toList();
  }

  /** The models whose initial state cannot be read, by chain and address. */
  public List<ModelId> unreplayable() {
    return rows.keysIn(ListingState.NOT_REPLAYABLE).stream().map(ModelKey::id).toList();
  }

  /** The models whose initial state is not known yet, by chain and address. */
  public List<ModelId> unfinished() {
    return rows.keysIn(ListingState.LISTED).stream().map(ModelKey::id).toList();
  }

  /** The state in which a model's classifier was handed over, if the model is replayable. */
  public Optional<InitialState> start(ModelId id) {
    return starts.findById(ModelKey.of(id)).map(InitialStateRow::start);
  }

  /** How many models are listed and not hidden. */
  public long count() {
    return rows.countShown();
  }

  /** The models that match and are not hidden, in the order asked for. */
  public ModelPage search(ModelSearch search) {
    List<ModelKey> keys = searches.keys(search);
    Map<ModelKey, ModelRow> found =
        rows.findAllById(keys).stream()
            .collect(Collectors.toMap(row -> ModelKey.of(row.id()), Function.identity()));
    return new ModelPage(
        seen(keys.stream().map(found::get).filter(Objects::nonNull).toList()),
        searches.matches(search));
  }

  /** How many models match, by each trait that a list can be narrowed by. */
  public ModelFacets facets(ModelSearch search) {
    return searches.facets(search);
  }

  /**
   * Models that are not hidden, in the order of their addresses, those of one address by chain.
   *
   * @param after the address to go on after; null for the first models
   * @param limit the most models to answer, at least 1
   */
  public List<Model> byAddress(@Nullable Address after, int limit) {
    return seen(
        after == null
            ? rows.inOrderOfAddress(Limit.of(limit))
            : rows.inOrderOfAddressAfter(after, Limit.of(limit)));
  }

  /** How many models that are not hidden have a greater address. */
  public long countAfter(Address address) {
    return rows.countAfter(address);
  }

  /** The models at an address, hidden ones too, on whichever chains, by chain. */
  public List<Model> at(Address address) {
    return seen(rows.atAddress(address));
  }

  /** Keeps a listed model out of lists and searches, or ends that. */
  @Transactional
  public void hide(ModelId id, boolean hidden) {
    rows.hide(id.chain().value(), id.address().bytes(), hidden);
  }

  /** Puts a listed model on the allow-list, or takes it off. */
  @Transactional
  public void allow(ModelId id, boolean allowed) {
    rows.allow(id.chain().value(), id.address().bytes(), allowed);
  }

  /**
   * Stores a model that is new, but for its contracts, rules and waits: those are written by its
   * listing in the index, earlier in the same transaction.
   *
   * @return the model as it is stored, to go on with in the argument's place
   * @throws org.springframework.dao.DataIntegrityViolationException if it is stored already, or not
   *     listed in the index
   */
  @Transactional
  public Model put(Model model) {
    return new Model(rows.save(model.row()), model.isRedacted());
  }

  /**
   * Stores a model together with the state in which its classifier was handed over: from now on its
   * samples can be replayed.
   *
   * @return the model as it is stored, to go on with in the argument's place
   * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since it
   *     was read
   */
  @Transactional
  public Model put(Model model, InitialState start) {
    ModelRow row = model.row();
    row.becomeReplayable();
    ModelRow stored = rows.saveAndFlush(row);
    starts.save(new InitialStateRow(ModelKey.of(model.id()), start));
    return new Model(stored, model.isRedacted());
  }

  /**
   * Stores that a model's initial state cannot be read, so that its samples cannot be replayed.
   *
   * @param reason in words of ours
   * @return the model as it is stored, to go on with in the argument's place
   * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since it
   *     was read
   */
  @Transactional
  public Model putUnreadable(Model model, String reason) {
    ModelRow row = model.row();
    row.cannotBeReplayed(reason);
    return new Model(rows.saveAndFlush(row), model.isRedacted());
  }

  private static List<Model> seen(List<ModelRow> found) {
    return found.stream().map(ContentVisibility::over).toList();
  }
}
