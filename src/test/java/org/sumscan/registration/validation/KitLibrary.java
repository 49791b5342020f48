package org.sumscan.registration.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.testing.DeployedModel;

/** A library that takes the tests' own contracts by the originals' rules for the originals. */
final class KitLibrary extends CodeLibrary {

  private final Map<String, String> names = new HashMap<>();

  /** Knows the code of one model of the kit, whose mechanism is of that name. */
  KitLibrary(DeployedModel model, String mechanism) {
    learn(model, model.trainer(), "CollaborativeTrainer64");
    learn(model, model.handler(), "DataHandler64");
    learn(model, model.mechanism(), mechanism);
  }

  private void learn(DeployedModel model, Address contract, String name) {
    String code = model.chain().call("eth_getCode", contract.toString(), "latest").asString();
    names.put(code, name);
  }

  @Override
  public Optional<Entry> find(byte[] code) {
    return super.find(code)
        .or(() -> Optional.ofNullable(names.get(Hex.text(code))).map(KitLibrary::entry));
  }

  private static Entry entry(String name) {
    return new Entry(name, false, false);
  }
}
