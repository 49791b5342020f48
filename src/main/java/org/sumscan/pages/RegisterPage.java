package org.sumscan.pages;

import java.util.List;
import org.sumscan.catalog.CheckVerdict;
import org.sumscan.kernel.ModelId;
import org.sumscan.registration.validation.Discoverer;

/**
 * Asks for the address of a model, and offers those that were found.
 *
 * @param address what was given before
 * @param chains those that are followed
 * @param complaint what is wrong with the address; empty where nothing is
 * @param refusal why it is not looked at now; empty where it is
 * @param offers models that nobody listed
 */
record RegisterPage(
    String address, List<Choice> chains, String complaint, String refusal, List<Offer> offers) {

  /**
   * A model that was found on its chain.
   *
   * @param events how many events it has told of
   * @param tone of the verdict: {@code good} or {@code warn}
   */
  record Offer(
      String address, String chain, String events, String tone, String verdict, String href) {

    static Offer of(Discoverer.Offer offer, ChainNames chains) {
      ModelId model = offer.seen().contract();
      boolean passed = offer.validation().verdict() == CheckVerdict.PASSED;
      return new Offer(
          model.address().toString(),
          chains.of(model.chain()),
          Numbers.counted(offer.seen().logs(), "event"),
          passed ? "good" : "warn",
          passed ? "Passed" : Numbers.counted(offer.validation().warnings().size(), "warning"),
          Links.validation(offer.validation().id()));
    }
  }
}
