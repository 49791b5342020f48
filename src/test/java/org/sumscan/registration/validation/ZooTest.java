package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sumscan.registration.validation.ValidatorRun.CHAIN;
import static org.sumscan.registration.validation.ValidatorRun.check;
import static org.sumscan.registration.validation.ValidatorRun.ids;
import static org.sumscan.registration.validation.ValidatorRun.words;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.ChainId;
import org.sumscan.registration.Registration;
import org.sumscan.registration.validation.history.StorageCheck;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.testing.Anvil;

/** Every strange contract gets its right verdict with the right words, and harms nobody. */
class ZooTest {

  private static Anvil anvil;
  private static Zoo zoo;
  private static ValidatorRun examination;

  @BeforeAll
  static void open() {
    anvil = Anvil.start();
    zoo = new Zoo(anvil);
    examination = new ValidatorRun(anvil);
  }

  @AfterAll
  static void close() {
    examination.close();
    anvil.close();
  }

  static java.util.Set<String> names() {
    return zoo.animals().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRecognised(String name) {
    Zoo.Animal animal = zoo.animals().get(name);
    Validation validation = examination.judged(CHAIN, animal.address());
    CheckResult noticed = check(validation, animal.check());
    assertThat(noticed.verdict()).as(words(validation)).isEqualTo(animal.verdict());
    assertThat(noticed.found()).as(words(validation)).contains(animal.words());
    assertThat(noticed.remedy()).isNotBlank();
    assertThat(validation.verdict()).as(words(validation)).isEqualTo(animal.verdict());
    assertThat(validation.reason()).isNull();
  }

  @Test
  void hasAtLeastThirtyAnimals() {
    assertThat(zoo.animals().size()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void letsTheGoodOnePassWithTheWarningsOfUnknownCode() {
    Validation validation = examination.judged(zoo.good().trainer());
    assertThat(ids(validation, CheckVerdict.WARNING))
        .as(words(validation))
        .containsExactly("bytecode", "storage");
    assertThat(validation.verdict()).isEqualTo(CheckVerdict.WARNING);
  }

  @Test
  void provesThatADepositWasRecordedUnseenWhereTheCodeIsKnown() {
    CodeLibrary library = new KitLibrary(zoo.good(), "Stakeable64");
    assertThat(storage("unpaid deposit", library).verdict()).isEqualTo(CheckVerdict.FAILED);
    assertThat(storage("unpaid deposit", new CodeLibrary()).verdict())
        .isEqualTo(CheckVerdict.WARNING);
    Finding good = storage(zoo.good().trainer().toString(), library);
    assertThat(good.verdict()).as(good.found()).isEqualTo(CheckVerdict.PASSED);
  }

  private static Finding storage(String animal, CodeLibrary library) {
    String address =
        zoo.animals().containsKey(animal) ? zoo.animals().get(animal).address() : animal;
    ChainNode node = examination.part(Chains.class).node(CHAIN).orElseThrow();
    return new StorageCheck(library).look(new Subject(address, CHAIN, node, seen -> List.of()));
  }

  @Test
  void saysThatAChainIsNotFollowed() {
    Validation validation = examination.judged(new ChainId(1), zoo.good().trainer().toString());
    assertThat(check(validation, "chain").found()).isEqualTo("Chain 1 is not followed here.");
    assertThat(ids(validation, CheckVerdict.FAILED)).containsExactly("chain");
  }

  @Test
  void saysThatAModelIsListedAlready() {
    examination.part(Registration.class).listModel(zoo.good().id());
    Validation validation = examination.judged(zoo.good().trainer());
    assertThat(check(validation, "listed").found()).isEqualTo("The model is listed already.");
    for (String row :
        List.of(
            "insert into chain (id, name, first_block) values (777, '', 0)",
            "insert into emitter (chain_id, address, listed) select 777, address, true from model",
            """
            insert into part select elsewhere.* from part p
              join emitter e on e.chain_id = 777 and e.address = p.address,
              jsonb_populate_record(p, jsonb_build_object('model_id', e.id, 'chain_id', 777)) elsewhere
            """,
            """
            insert into model select elsewhere.* from model m,
              jsonb_populate_record(m, '{"chain_id": 777}') elsewhere
            """)) {
      examination.jdbc().sql(row).update();
    }
    examination.jdbc().sql("delete from model where chain_id = 31337").update();
    Validation again = examination.judged(zoo.good().trainer());
    assertThat(check(again, "listed").found()).contains("listed on chain 777");
    examination.jdbc().sql("delete from model").update();
  }
}
