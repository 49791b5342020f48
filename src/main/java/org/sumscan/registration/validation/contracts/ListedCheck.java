package org.sumscan.registration.validation.contracts;

import java.util.List;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ModelId;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the model is listed already, here or on another chain. */
final class ListedCheck implements ValidationCheck {

  private final Models models;

  ListedCheck(Models models) {
    this.models = models;
  }

  @Override
  public String id() {
    return "listed";
  }

  @Override
  public Finding look(Subject subject) {
    ModelId id = subject.model();
    if (models.find(id).isPresent()) {
      return Finding.warning(
          "The model is listed already.",
          "Its page is /models/" + id + ": nothing needs to be done.");
    }
    List<Model> elsewhere = models.at(id.address());
    if (!elsewhere.isEmpty()) {
      return Finding.warning(
          "A model at the same address is listed on chain "
              + elsewhere.getFirst().id().chain()
              + ".",
          "Make sure that this is the chain you mean: the two are different contracts.");
    }
    return Finding.passed("The model is not listed yet.");
  }
}
