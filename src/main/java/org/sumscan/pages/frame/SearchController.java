package org.sumscan.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.links.TransactionSearch;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.typed.TypedText;
import org.sumscan.registration.validation.Discoverer;

/** Leads from whatever was typed at the head of a page to the page that it names. */
@Controller
class SearchController {

  private static final Pattern ADDRESS = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{40})");
  private static final Pattern HASH = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{64})");

  /** With the separators of thousands that the pages themselves write. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:#|block\\s+#?)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})", Pattern.CASE_INSENSITIVE);

  private final Models models;
  private final Discoverer discoverer;
  private final Samples samples;
  private final TransactionSearch transactions;
  private final Clock clock;

  SearchController(
      Models models,
      Discoverer discoverer,
      Samples samples,
      TransactionSearch transactions,
      Clock clock) {
    this.models = models;
    this.discoverer = discoverer;
    this.samples = samples;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/search")
  ModelAndView search(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(Set.of("q"));
    String text = parameters.text("q");
    return Links.redirect(text == null ? "/" : target(TypedText.address(text)));
  }

  private String target(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (address.matches()) return ofAddress(Paths.address("0x" + address.group(1)));
    Matcher hash = HASH.matcher(text);
    if (hash.matches()) {
      return transactions.page(Hash32.of("0x" + hash.group(1))).orElseGet(() -> words(text));
    }
    Matcher block = BLOCK.matcher(text);
    return block.matches() ? ofBlock(block.group(1).replace(",", "")) : words(text);
  }

  private String ofAddress(Address address) {
    List<Model> found = models.at(address);
    if (!found.isEmpty()) return Links.model(found.getFirst().id());
    return discoverer.at(address).isEmpty()
        ? Links.account(address)
        : Links.with("/", Map.of("q", address.toString()));
  }

  private static String ofBlock(String number) {
    return "/samples?fromBlock=" + number + "&toBlock=" + number;
  }

  /** Models by their words; where there are none, samples by theirs. */
  private String words(String text) {
    return !anyModel(text) && anySample(text)
        ? Links.with("/samples", Map.of("text", text))
        : Links.with("/", Map.of("q", text));
  }

  private boolean anyModel(String text) {
    long now = clock.instant().getEpochSecond();
    return models
            .search(new ModelSearch(text, null, null, null, ModelSearch.Sort.BY_NAME, now, 0, 1))
            .matches()
        > 0;
  }

  private boolean anySample(String text) {
    SampleCriteria criteria = new SampleCriteria.Builder().words(text).build();
    try {
      return !samples
          .search(new SampleQuery(criteria, SampleQuery.Sort.NEWEST, 1, null))
          .samples()
          .isEmpty();
    } catch (SearchTooBroad many) {
      return false;
    }
  }
}
