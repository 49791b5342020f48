package org.sumscan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.kernel.Address;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(SiteExtension.class)
class OriginalModelsIT {

  @Test
  void listsModelsByAddressWithTheirChecksums(Site site) {
    JsonNode answer = site.json("/api/models?limit=100");
    assertThat(answer.get("remaining").asInt()).isZero();
    List<Address> addresses = new ArrayList<>();
    answer
        .get("models")
        .forEach(
            model -> {
              String address = model.get("address").asString();
              assertThat(address).isEqualTo(Address.of(address).toString());
              addresses.add(Address.of(address));
              assertThat(model.get("modelType").asString()).isEqualTo("Classifier64");
            });
    assertThat(addresses).hasSize(3).isSorted();
  }

  @Test
  void countsWhatComesAfterThePage(Site site) {
    JsonNode first = site.json("/api/models?limit=1");
    assertThat(first.get("remaining").asInt()).isEqualTo(2);
    String after = first.at("/models/0/address").asString();
    JsonNode second = site.json("/api/models?limit=1&afterAddress=" + after);
    assertThat(second.get("remaining").asInt()).isEqualTo(1);
    assertThat(second.at("/models/0/address")).isNotEqualTo(first.at("/models/0/address"));
    JsonNode beyond =
        site.json("/api/models?afterAddress=0xffffffffffffffffffffffffffffffffffffffff");
    assertThat(beyond.get("models")).isEmpty();
    assertThat(beyond.get("remaining").asInt()).isZero();
  }

  @Test
  void findsAModelByEitherNameInAnyCase(Site site) {
    String address = site.exhibition().pictures().toString();
    JsonNode byAddress =
        site.json("/api/model?address=" + address.toLowerCase(Locale.ROOT)).get("model");
    assertThat(byAddress.get("name").asString()).isEqualTo("Little pictures");
    assertThat(byAddress.get("address").asString()).isEqualTo(address);
    assertThat(byAddress.get("accuracy").asDouble()).isBetween(0.5, 1.0);
    String id = byAddress.get("id").asString();
    assertThat(site.json("/api/model?modelId=" + id).get("model")).isEqualTo(byAddress);
    assertThat(
            site.json("/api/model?modelId=" + id + "&address=" + site.exhibition().hostile())
                .get("model"))
        .isEqualTo(byAddress);
  }

  @Test
  void whatItDoesNotFindItSaysInTheOriginalsWords(Site site) {
    for (String query : List.of("", "?modelId=77", "?address=0x12", "?modelId=31337-0x12")) {
      assertThat(site.get("/api/model" + query).statusCode()).isEqualTo(404);
      assertThat(site.json("/api/model" + query).get("message").asString()).isEqualTo("Not found.");
    }
  }
}
