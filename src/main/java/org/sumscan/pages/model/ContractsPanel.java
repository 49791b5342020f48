package org.sumscan.pages.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sumscan.catalog.Model;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;

/**
 * The model's contracts, and what they say of it.
 *
 * @param created its block and time; empty where that is not known
 */
record ContractsPanel(
    List<Contract> contracts,
    String encoder,
    String encoderMeaning,
    String arithmetic,
    String incentiveRules,
    String created,
    Classes classes) {

  private static final int MOST = 60;

  /** One of the model's contracts, or its owner. */
  record Contract(String name, AddressText address) {}

  /**
   * The classes.
   *
   * @param leftOut how many more there are; empty for none
   */
  record Classes(String count, List<ClassName> names, String leftOut) {}

  /** A class and its position. */
  record ClassName(int index, String name) {}

  static ContractsPanel of(Model model, String created) {
    return new ContractsPanel(
        contracts(model),
        ModelWords.encoder(model),
        ModelWords.encoderMeaning(model),
        model.learningRules().wireName(),
        model.mechanism().wireName(),
        created,
        classes(model));
  }

  private static List<Contract> contracts(Model model) {
    List<Contract> contracts = new ArrayList<>();
    contracts.add(new Contract("Trainer", AddressText.contract(model.id().address())));
    contracts.add(new Contract("Classifier", AddressText.contract(model.parts().classifier())));
    contracts.add(new Contract("Data handler", AddressText.contract(model.parts().dataHandler())));
    contracts.add(
        new Contract(
            "Incentive mechanism", AddressText.contract(model.parts().incentiveMechanism())));
    if (!model.claimOwner().equals(model.id().address())) {
      contracts.add(new Contract("Owner", AddressText.account(model.claimOwner())));
    }
    return contracts;
  }

  private static Classes classes(Model model) {
    int count = model.classNames().size();
    return new Classes(
        NumberText.grouped(count) + (count == 1 ? " class" : " classes"),
        IntStream.range(0, Math.min(MOST, count))
            .mapToObj(index -> new ClassName(index, ModelWords.className(model, index)))
            .toList(),
        count > MOST ? "and " + NumberText.grouped(count - MOST) + " more" : "");
  }
}
