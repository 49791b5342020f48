package org.sumscan.api.compatible;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.Figures;
import org.sumscan.accuracy.PostedAccuracies;
import org.sumscan.accuracy.PostedFigure;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.reading.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/** The models as clients of the original server ask for them. */
@RestController
class OriginalModelsApiController {

  private static final String MODEL_TYPE = "Classifier64";
  private static final int USUAL = 10;
  private static final int MOST = 10_000;

  private final Models models;
  private final AccuracyFigures accuracy;
  private final PostedAccuracies posted;

  OriginalModelsApiController(Models models, AccuracyFigures accuracy, PostedAccuracies posted) {
    this.models = models;
    this.accuracy = accuracy;
    this.posted = posted;
  }

  /**
   * Some models.
   *
   * @param remaining how many come after them
   */
  record Page(List<Entry> models, long remaining) {}

  /** One model. */
  record One(Entry model) {}

  /**
   * A model in the words of the original.
   *
   * @param id chain and address, as one word without a slash
   * @param accuracy what was posted with the model; for one that we listed ourselves the share of
   *     all samples that it answered right before learning them, null while that is not known
   */
  record Entry(
      String id,
      String name,
      String address,
      String description,
      String modelType,
      String encoder,
      @Nullable JsonNode accuracy) {}

  @GetMapping("/api/models")
  Page models(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    Address after = parameters.read("afterAddress", Address::of, "an address");
    int limit = parameters.number("limit", 1, MOST, USUAL);
    List<Model> page = page(after, limit);
    return new Page(
        entries(page), page.isEmpty() ? 0 : models.countAfter(page.getLast().id().address()));
  }

  @GetMapping("/api/model")
  One model(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    String id = parameters.text("modelId");
    String address = parameters.text("address");
    Optional<Model> found =
        id != null ? byId(id) : address != null ? at(address) : Optional.empty();
    return new One(
        entries(List.of(found.orElseThrow(() -> new NotFoundException("Not found.")))).getFirst());
  }

  /**
   * Ends only between addresses: the next page goes on by address, and one can be on two chains.
   */
  private List<Model> page(@Nullable Address after, int limit) {
    List<Model> page = new ArrayList<>(models.byAddress(after, limit));
    if (page.size() == limit) {
      Address last = page.getLast().id().address();
      for (Model model : models.at(last)) {
        if (!page.contains(model)) page.add(model);
      }
    }
    return page;
  }

  private Optional<Model> byId(String id) {
    try {
      return models.find(OriginalBody.model(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Model> at(String address) {
    try {
      return models.at(Address.of(address)).stream().findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Entry> entries(List<Model> page) {
    List<ModelId> ids = page.stream().map(Model::id).toList();
    Map<ModelId, Figures> ours = accuracy.of(ids);
    Map<ModelId, PostedFigure> theirs = posted.ofListings(ids);
    return page.stream()
        .map(
            model ->
                new Entry(
                    model.id().chain() + "-" + model.id().address(),
                    model.name(),
                    model.id().address().toString(),
                    model.description(),
                    MODEL_TYPE,
                    model.encoder(),
                    figure(ours.get(model.id()), theirs.get(model.id()))))
        .toList();
  }

  private static @Nullable JsonNode figure(@Nullable Figures ours, @Nullable PostedFigure theirs) {
    if (theirs != null) return OriginalPostsApiController.json(theirs);
    return ours instanceof Figures.Shown(AccuracySummary summary)
        ? DoubleNode.valueOf(summary.prequential())
        : null;
  }
}
