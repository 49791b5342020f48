package org.sumscan.api.request;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.typed.TypedText;

/** Finds what a path or a parameter names, or says clearly why it cannot. */
@Component
public class PathParameters {

  private final Models models;

  PathParameters(Models models) {
    this.models = models;
  }

  /** The listed model of a path. */
  public Model model(String chainId, String address) {
    ModelId id = new ModelId(chain(chainId), address(address));
    return models
        .find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "No model is listed at " + id.address() + " on chain " + id.chain() + "."));
  }

  /** The listed model that {@code model} and, where that is not enough, {@code chainId} name. */
  public Model model(Parameters parameters) {
    Address address = parameters.address("model");
    ChainId chain = parameters.read("chainId", ChainId::of, "a chain's number");
    if (address == null) throw new IllegalArgumentException("asked without a model");
    List<Model> found =
        models.at(address).stream()
            .filter(model -> chain == null || model.id().chain().equals(chain))
            .toList();
    if (found.isEmpty()) {
      throw new NotFoundException("No model is listed at " + address + ".");
    }
    if (found.size() > 1) {
      throw new InvalidQuestion(
          "A model is listed at this address on several chains; name one by “chainId”.");
    }
    return found.getFirst();
  }

  /** The log of a path. */
  public static LogRef log(String chainId, String transaction, String logIndex) {
    try {
      return new LogRef(
          chain(chainId), Hash32.of(TypedText.hex(transaction)), Integer.parseInt(logIndex));
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "A sample is named by a chain, a transaction's hash (0x and 64 hexadecimal digits) and"
              + " the number of a log.");
    }
  }

  public static Address address(String text) {
    try {
      return TypedText.checkedAddress(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "An address is 0x and 40 hexadecimal digits, with a right checksum if it has letters in"
              + " both cases.");
    }
  }

  public static ChainId chain(String text) {
    try {
      return ChainId.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion("A chain is named by its number.");
    }
  }

  /** All of both. */
  public static Set<String> names(Set<String> some, String... more) {
    Set<String> names = new HashSet<>(some);
    names.addAll(List.of(more));
    return names;
  }
}
