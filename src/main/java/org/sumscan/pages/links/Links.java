package org.sumscan.pages.links;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** The address of every page. */
public final class Links {

  private Links() {}

  /** The page of a model. */
  public static String model(ModelId model) {
    return "/models/" + model.chain() + "/" + model.address();
  }

  /** The notes and decisions about a model. */
  public static String record(ModelId model) {
    return model(model) + "/record";
  }

  /** The form that checks an address, filled in. */
  public static String register(ModelId model) {
    return "/register?address=" + model.address() + "&chainId=" + model.chain();
  }

  /** The search of one model's samples. */
  public static String samplesOf(ModelId model) {
    return model(model) + "/samples";
  }

  /** The page of a sample. */
  public static String sample(LogRef sample) {
    return "/samples/" + sample.chain() + "/" + sample.transaction() + "/" + sample.index();
  }

  /** The page of a transaction. */
  public static String transaction(ChainId chain, Hash32 hash) {
    return "/transactions/" + chain + "/" + hash;
  }

  /** The report of a validation. */
  public static String validation(UUID id) {
    return "/validations/" + id;
  }

  /** The page of an account. */
  public static String account(Address account) {
    return "/accounts/" + account;
  }

  /** A path with a query; entries with an empty value are left out. */
  public static String with(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** An answer that leads there, whatever characters it has. */
  public static ModelAndView redirect(String target) {
    RedirectView view = new RedirectView(target);
    view.setExpandUriTemplateVariables(false);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
