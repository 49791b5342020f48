package org.sumscan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.sumscan.catalog.search.ModelFacets;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Stake;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.testing.ListedInIndex;
import org.sumscan.testing.TestDatabase;

class ModelBrowsingTest {

  private static final ChainId MAIN = new ChainId(1);
  private static final ChainId SIDE = new ChainId(100);

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static Models models;

  @EnableAutoConfiguration
  @EntityScan("org.sumscan.catalog")
  @EnableJpaRepositories("org.sumscan.catalog")
  @ComponentScan("org.sumscan.catalog")
  static class Catalog {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  @BeforeAll
  static void list() {
    database = TestDatabase.create();
    application =
        new SpringApplicationBuilder(Catalog.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=" + database.url(), "spring.jpa.hibernate.ddl-auto=validate")
            .run();
    models = application.getBean(Models.class);
    put(MAIN, 3, LearningRules.NAIVE_BAYES_2, Mechanisms.STAKEABLE_2);
    put(MAIN, 1, LearningRules.NAIVE_BAYES_1, Mechanisms.POINTS_1);
    put(SIDE, 2, LearningRules.DENSE_PERCEPTRON_2, Mechanisms.STAKEABLE_1);
    put(SIDE, 0xff, LearningRules.NEAREST_CENTROID_2, Mechanisms.POINTS_2);
    put(SIDE, 3, LearningRules.NAIVE_BAYES_2, Mechanisms.STAKEABLE_2);
  }

  @AfterAll
  static void stop() {
    application.close();
    database.close();
  }

  @Test
  void readsModelsByAddressAndGoesOnAfterOne() {
    assertThat(models.byAddress(null, 2))
        .extracting(model -> model.id().address())
        .containsExactly(address(1), address(2));
    assertThat(models.byAddress(address(2), 10))
        .extracting(Model::id)
        .containsExactly(
            new ModelId(MAIN, address(3)),
            new ModelId(SIDE, address(3)),
            new ModelId(SIDE, address(0xff)));
    assertThat(models.byAddress(address(0xff), 10)).isEmpty();
  }

  @Test
  void countsWhatComesAfterAnAddress() {
    assertThat(models.countAfter(Address.ZERO)).isEqualTo(5);
    assertThat(models.countAfter(address(3))).isEqualTo(1);
  }

  @Test
  void findsAnAddressOnEveryChain() {
    assertThat(models.at(address(3)))
        .extracting(model -> model.id().chain())
        .containsExactly(MAIN, SIDE);
    assertThat(models.at(address(9))).isEmpty();
  }

  @Test
  void narrowsByDeposits() {
    assertThat(models.search(search(null, Stake.POINTS)).models())
        .extracting(model -> model.id().address())
        .containsExactlyInAnyOrder(address(1), address(0xff));
  }

  @Test
  void countsEachTraitWithoutItsOwnFilter() {
    ModelFacets all = models.facets(search(null, null));
    assertThat(all.chains()).isEqualTo(Map.of(MAIN, 2L, SIDE, 3L));
    assertThat(all.stakes()).isEqualTo(Map.of(Stake.DEPOSIT, 3L, Stake.POINTS, 2L));

    ModelFacets bayes = models.facets(search(ClassifierKind.NAIVE_BAYES, Stake.DEPOSIT));
    assertThat(bayes.kinds())
        .isEqualTo(Map.of(ClassifierKind.NAIVE_BAYES, 2L, ClassifierKind.DENSE_PERCEPTRON, 1L));
    assertThat(bayes.stakes()).isEqualTo(Map.of(Stake.DEPOSIT, 2L, Stake.POINTS, 1L));
  }

  private static ModelSearch search(@Nullable ClassifierKind kind, @Nullable Stake stake) {
    return new ModelSearch(null, null, kind, stake, ModelSearch.Sort.BY_NAME, 0, 0, 100);
  }

  private static void put(ChainId chain, int address, LearningRules learning, Mechanism incentive) {
    ModelMetadata metadata =
        new ModelMetadata(
            new ModelTexts("Model " + address, "", "none", List.of("no", "yes")),
            learning,
            incentive,
            new ModelContracts(address(0x10), address(0x20), address(0x30)),
            new ModelOwners(address(address), null),
            new Waits(1, 2, 3),
            new Pricing(BigInteger.ONE, 0),
            null);
    Model model = new Model(new ModelId(chain, address(address)), metadata, Instant.EPOCH);
    models.put(ListedInIndex.listed(database, model));
  }

  private static Address address(int last) {
    return new Address(0, 0, last);
  }
}
