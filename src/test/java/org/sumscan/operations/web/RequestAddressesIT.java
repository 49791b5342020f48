package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;

@ExtendWith(SiteExtension.class)
class RequestAddressesIT {

  /** The paths of the original server, whose clients may send what they like. */
  private static final Set<String> COMPATIBLE =
      Set.of("/api/models", "/api/model", "/api/data/{transactionHash}", "/api/accuracy/model");

  @Test
  void everyPathRefusesAParameterThatNobodyReads(Site site) {
    List<String> wrong = new ArrayList<>();
    Set<String> paths = paths(site);
    assertThat(paths).contains("/", "/status", "/samples", "/api/v1/status", "/register");
    for (String path : paths) {
      var answer = site.get(filled(path, site) + "?nonsense=1");
      boolean said = answer.body().contains("There is no parameter “nonsense”");
      if (answer.statusCode() != 400 || !said) wrong.add(path + " " + answer.statusCode());
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/samples/", "/status/", "/register/", "/accounts/", "/api/v1/status/"})
  void aSlashAtTheEndChangesNothing(String path, Site site) {
    assertThat(site.get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//example.org/", "//example.org/samples/", "/%5Cexample.org/"})
  void aSlashAtTheEndLeadsToNoOtherSite(String path, Site site) {
    var answer = site.get(path);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.statusCode()).isBetween(400, 499);
  }

  private static Set<String> paths(Site site) {
    Map<RequestMappingInfo, HandlerMethod> all =
        site.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods();
    Set<String> paths = new TreeSet<>();
    all.forEach(
        (mapping, method) -> {
          Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
          if (!methods.contains(RequestMethod.GET)) return;
          if (!method.getBeanType().getName().matches("org\\.sumscan\\.(pages|api)\\..*")) return;
          mapping.getPatternValues().stream()
              .filter(path -> !COMPATIBLE.contains(path))
              .forEach(paths::add);
        });
    return paths;
  }

  private static String filled(String path, Site site) {
    return path.replace("{chainId}", "31337")
        .replace("{address}", site.exhibition().pictures().toString())
        .replaceAll("\\{(transaction|transactionHash|hash)\\}", "0x" + "1".repeat(64))
        .replace("{logIndex}", "0")
        .replaceAll("\\{[a-zA-Z]+\\}", "00000000-0000-0000-0000-000000000001");
  }
}
