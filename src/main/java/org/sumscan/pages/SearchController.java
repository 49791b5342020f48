package org.sumscan.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.Address;
import org.sumscan.reading.Parameters;
import org.sumscan.registration.validation.Discoverer;

/** Leads from whatever was typed at the head of a page to the page that it names. */
@Controller
class SearchController {

  private final Models models;
  private final Discoverer discoverer;

  SearchController(Models models, Discoverer discoverer) {
    this.models = models;
    this.discoverer = discoverer;
  }

  @GetMapping("/search")
  ModelAndView search(HttpServletRequest request) {
    String text = new Parameters(request.getParameterMap()).text("q");
    return Links.redirect(text == null ? "/" : target(text));
  }

  private String target(String text) {
    if (!text.matches("0[xX][0-9a-fA-F]{40}")) return Links.with("/", Map.of("q", text));
    Address address = Paths.address("0x" + text.substring(2));
    List<Model> found = models.at(address);
    if (!found.isEmpty()) return Links.model(found.getFirst().id());
    return discoverer.at(address).isEmpty()
        ? Links.account(address)
        : Links.with("/", Map.of("q", address.toString()));
  }
}
