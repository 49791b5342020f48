package org.sumscan.registration.validation;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.validation.ScriptedContract.Trick;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;

/** Contracts and addresses that are not what they should be, and what must be said of each. */
final class Zoo extends OddContracts {

  private static final ModelKit BAYES =
      ModelKit.of(LearningRules.of(ClassifierKind.NAIVE_BAYES, 1));
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  private final DeployedModel good;

  Zoo(Anvil chain) {
    super(chain);
    this.good = OriginalsKit.stakeable(chain, BAYES);
    addresses();
    accounts();
    proxies();
    trainers();
    texts();
    partsInDisorder();
    classifiers();
    mechanisms();
    deployers();
    destroyed();
  }

  DeployedModel good() {
    return good;
  }

  private void addresses() {
    String right = good.trainer().toString();
    failed("no address", "hello", "address", "“hello” is not an address");
    failed("39 digits", right.substring(0, 41), "address", "is not an address");
    failed("script", "<script>alert(1)</script>", "address", "is not an address");
    failed("mistyped letter", swapped(right), "address", "checksum", "mistyped");
  }

  /** The same digits with the case of one letter turned. */
  private static String swapped(String address) {
    for (int i = 2; ; i++) {
      char letter = address.charAt(i);
      if (!Character.isLetter(letter)) continue;
      char turned =
          Character.isUpperCase(letter)
              ? Character.toLowerCase(letter)
              : Character.toUpperCase(letter);
      return address.substring(0, i) + turned + address.substring(i + 1);
    }
  }

  private void accounts() {
    failed("a person", chain.accounts().getFirst(), "code", "a person's account", "has sent");
    failed("nobody", new Address(1, 2, 3), "code", "no contract at the address");
    Address person = new Address(7, 7, 2);
    setCode(person, "0xef0100" + good.trainer().lowerCase().substring(2));
    failed("delegated account", person, "code", "EIP-7702", good.trainer().toString());
  }

  /** The last one, since only a few blocks are looked at, ever further back. */
  private void destroyed() {
    Address gone = OriginalsKit.stakeable(chain, BAYES).trainer();
    chain.mine(1);
    setCode(gone, "0x");
    chain.mine(1);
    failed("destroyed itself", gone, "code", "has destroyed itself", "still had code in block");
  }

  private void proxies() {
    Address proxy = masked(trainer -> trainer);
    store(proxy, "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc");
    warned("EIP-1967 proxy", proxy, "code", "EIP-1967", good.trainer().toString());
    Address uups = masked(trainer -> trainer);
    store(uups, "0xc5f16f0fcc639fa48a6947836d9850f504798523bf8c9a3a87d5876cf622bcf7");
    warned("EIP-1822 proxy", uups, "code", "EIP-1822");
    Address beaconed = masked(trainer -> trainer);
    Address beacon =
        ScriptedContract.over(good.trainer())
            .returns("implementation()", Abi.tuple(List.of(good.trainer())))
            .deploy(chain);
    store(beaconed, "0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50", beacon);
    warned("beacon proxy", beaconed, "code", "beacon " + beacon, good.trainer().toString());
    DeployedModel cloned =
        OriginalsKit.unfinished(chain, BAYES, OriginalsKit.stakeable(chain, 100, 200, 300, 1000));
    Address implementation = ScriptedContract.over(cloned.trainer()).deploy(chain);
    Address clone = new Address(1, 1, 67);
    setCode(clone, clone(implementation));
    new DeployedModel(chain, clone, cloned.classifier(), cloned.handler(), cloned.mechanism())
        .handOver();
    warned("EIP-1167 clone", clone, "code", "EIP-1167", implementation.toString());
    DeployedModel proxied = OriginalsKit.stakeable(chain, BAYES);
    store(
        proxied.classifier(), "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc");
    warned("proxied part", proxied.trainer(), "parts", "classifier is a proxy");
  }

  private static String clone(Address of) {
    return "0x363d3d373d3d3d363d73"
        + of.lowerCase().substring(2)
        + "5af43d82803e903d91602b57fd5bf3";
  }

  private void trainers() {
    failed("burns all gas", always(Trick.BURN), "interface", "name()");
    failed("loops for ever", always(Trick.LOOP), "interface", "uses up all the gas");
    failed("returns 1 MB", always(Trick.RETURN_ONE_MEGABYTE), "interface", "more than 70000 bytes");
    failed("reverts with 100 kB", always(Trick.REVERT_WITH_100_KB), "interface", "classifier()");
    failed("reverts", always(Trick.REVERT), "interface", "reverts");
    failed("returns nothing", always(Trick.RETURN_NOTHING), "interface", "answers with nothing");
    failed("tells its gas", always(Trick.RETURN_GAS_LEFT), "interface", "differently each time");
    failed("looks who asks", always(Trick.RETURN_CALLER), "interface", "differently each time");
    failed(
        "counts blocks",
        masked(t -> t.does("dataHandler()", Trick.RETURN_BLOCK_NUMBER)),
        "interface",
        "dataHandler() answers differently each time");
    failed(
        "short answers",
        ScriptedContract.alwaysReturning(new byte[20]).deploy(chain),
        "interface",
        "20 bytes that are no address");
    failed(
        "dirty bits",
        ScriptedContract.alwaysReturning(Hex.bytes("0x" + "ff".repeat(32))).deploy(chain),
        "interface",
        "32 bytes that are no address");
    failed("is a classifier", good.classifier(), "interface", "It is no trainer");
    failed(
        "texts are words",
        masked(t -> t.number("name()", 32)),
        "interface",
        "name() answers with 32 bytes that are no text");
  }

  private void texts() {
    failed(
        "huge name",
        masked(t -> t.text("name()", "n".repeat(5000))),
        "texts",
        "name has 5,000 bytes");
    warned("long name", masked(t -> t.text("name()", "n".repeat(500))), "texts", "500 characters");
    warned(
        "not UTF-8",
        masked(t -> t.text("name()", new byte[] {'a', (byte) 0xff, (byte) 0xfe})),
        "texts",
        "not UTF-8");
    warned("NULs", masked(t -> t.text("description()", "a\0b")), "texts", "NULs");
    warned("turns around", masked(t -> t.text("name()", "a\u202Eb")), "texts", "turn the text");
    warned("nameless", masked(t -> t.text("name()", "")), "texts", "The name is empty");
    warned(
        "unknown encoder",
        masked(t -> t.text("encoder()", "rot13")),
        "encoder",
        "“rot13” is not known");
    warned(
        "encoder that is not shipped",
        masked(t -> t.text("encoder()", "mobilenetv2")),
        "encoder",
        "needs data that is not part of Sumscan");
  }

  private void partsInDisorder() {
    Address handler = OriginalsKit.handler(chain);
    Address mechanism = OriginalsKit.stakeable(chain, 100, 200, 300, 1000);
    Address classifier = DeployedModel.classifier(chain, BAYES);
    failed(
        "swapped parts",
        OriginalsKit.trainer(chain, mechanism, classifier, handler),
        "roles",
        "named as the data handler is an incentive mechanism",
        "named as the classifier is a data handler");
    failed(
        "one part thrice",
        OriginalsKit.trainer(chain, handler, handler, handler),
        "parts",
        "is the classifier");
    failed(
        "a part that is nobody",
        OriginalsKit.trainer(chain, handler, mechanism, new Address(9, 9, 9)),
        "parts",
        "here is no contract at");
    DeployedModel unfinished =
        OriginalsKit.unfinished(chain, BAYES, OriginalsKit.stakeable(chain, 100, 200, 300, 1000));
    failed(
        "parts of another",
        unfinished.trainer(),
        "ownership",
        "belongs to " + chain.accounts().getFirst(),
        "record deposits that nobody paid");
    failed(
        "a stranger for a part",
        OriginalsKit.trainer(chain, handler, mechanism, always(Trick.REVERT)),
        "roles",
        "like none of a model's parts");
  }

  private void classifiers() {
    failed("wrong toFloat", withClassifier(c -> c.number("toFloat()", 1000)), "numbers", "1,000");
    failed(
        "no class", withClassifier(c -> c.number("getNumClassifications()", 0)), "classes", "no");
    failed(
        "2^64 classes",
        withClassifier(c -> c.number("getNumClassifications()", TWO_TO_64)),
        "classes",
        "18,446,744,073,709,551,616 classes");
    failed(
        "a million features",
        withClassifier(c -> c.number("getNumFeatureIndices()", TWO_TO_64)),
        "numbers",
        "features");
    failed(
        "features that are not there",
        withClassifier(c -> c.number("getNumFeatureIndices()", 3)),
        "numbers",
        "featureIndices(0)");
    failed(
        "does not predict",
        withClassifier(c -> c.does("predict(int64[])", Trick.REVERT)),
        "predict",
        "reverts");
    failed(
        "predicts for ever",
        withClassifier(c -> c.does("predict(int64[])", Trick.LOOP)),
        "predict",
        "uses up all the gas");
    failed(
        "predicts what it likes",
        withClassifier(c -> c.does("predict(int64[])", Trick.RETURN_GAS_LEFT)),
        "predict",
        "differently each time");
    failed(
        "predicts a class it lacks",
        withClassifier(c -> c.number("predict(int64[])", 99)),
        "predict",
        "label 99");
    warned(
        "pretends to be ours",
        withClassifier(c -> c.text("learningRules()", "naive-bayes/2")),
        "classifier",
        "says that it follows the rules naive-bayes/2",
        "not known");
    failed(
        "pretends another kind",
        withClassifier(c -> c.text("learningRules()", "dense-perceptron/2")),
        "classifier",
        "dense-perceptron/2");
    failed(
        "rules of the future",
        withClassifier(c -> c.text("learningRules()", "naive-bayes/9")),
        "classifier",
        "rules that we do not know");
  }

  private void mechanisms() {
    warned(
        "cost weight 0",
        withMechanism(OriginalsKit.stakeable(chain, 100, 200, 300, 0)),
        "cost-weight",
        "cost weight is 0");
    warned(
        "points out of order",
        withMechanism(OriginalsKit.points(chain, 300, 200, 100)),
        "waits",
        "out of order");
    warned(
        "no wait",
        withMechanism(OriginalsKit.stakeable(chain, 0, 200, 300, 1000)),
        "waits",
        "no wait before refunds");
    Address stakeable = OriginalsKit.stakeable(chain, 100, 200, 300, 1000);
    failed(
        "deposits out of order",
        withMechanism(
            ScriptedContract.over(stakeable).number("refundWaitTimeS()", 999).deploy(chain)),
        "waits",
        "out of order");
    failed(
        "no price",
        withMechanism(
            ScriptedContract.over(stakeable)
                .does("getNextAddDataCost()", Trick.REVERT)
                .deploy(chain)),
        "cost-weight",
        "reverts");
    failed(
        "counts too many",
        withMechanism(ScriptedContract.over(stakeable).number("totalSubmitted()", 5).deploy(chain)),
        "counts",
        "counts 5 samples");
  }

  private void deployers() {
    Address me = chain.accounts().getFirst();
    DeployedModel poor = OriginalsKit.stakeable(chain, BAYES);
    chain.receipt(poor.add(1, new long[] {1, 2}, 1));
    chain.call("anvil_setBalance", poor.trainer().toString(), "0x0");
    failed("spent its deposits", poor.trainer(), "balance", "the trainer owns 0 wei");
    Address friend = chain.accounts().get(3);
    DeployedModel handedRound =
        OriginalsKit.unfinished(chain, BAYES, OriginalsKit.stakeable(chain, 100, 200, 300, 1000));
    call(handedRound.handler(), Abi.call("transferOwnership(address)", friend));
    byte[] onwards = Abi.call("transferOwnership(address)", handedRound.trainer());
    chain.receipt(chain.send(friend, handedRound.handler(), onwards));
    call(handedRound.mechanism(), onwards);
    call(handedRound.classifier(), onwards);
    warned(
        "handed round",
        handedRound.trainer(),
        "hand-over",
        "data handler was handed to " + friend + " first");
    DeployedModel unpaid =
        OriginalsKit.unfinished(chain, BAYES, OriginalsKit.stakeable(chain, 100, 200, 300, 1000));
    call(
        unpaid.handler(),
        Abi.call("handleAddData(address,uint256,int64[],uint64)", me, 5_000_000, List.of(1, 2), 1));
    unpaid.handOver();
    failed(
        "unpaid deposit", unpaid.trainer(), "hand-over", "called the data handler", me.toString());
    DeployedModel counted =
        OriginalsKit.unfinished(chain, BAYES, OriginalsKit.stakeable(chain, 100, 200, 300, 1000));
    call(
        counted.mechanism(),
        Abi.call(
            "handleRefund(address,(uint64,uint64,uint256,uint256,uint256,bool,uint256))",
            me,
            1,
            1,
            0,
            5,
            5,
            0,
            0));
    counted.handOver();
    failed(
        "valid counts of his own",
        counted.trainer(),
        "hand-over",
        "called the incentive mechanism",
        me.toString());
  }

  /** A trainer that wears the mask of a good one, with parts of its own. */
  private Address masked(UnaryOperator<ScriptedContract> tricks) {
    DeployedModel model =
        OriginalsKit.unfinished(chain, BAYES, OriginalsKit.stakeable(chain, 100, 200, 300, 1000));
    Address trainer = tricks.apply(ScriptedContract.over(model.trainer())).deploy(chain);
    new DeployedModel(chain, trainer, model.classifier(), model.handler(), model.mechanism())
        .handOver();
    return trainer;
  }

  private Address withClassifier(UnaryOperator<ScriptedContract> tricks) {
    Address classifier =
        tricks.apply(ScriptedContract.over(DeployedModel.classifier(chain, BAYES))).deploy(chain);
    Address handler = OriginalsKit.handler(chain);
    Address mechanism = OriginalsKit.stakeable(chain, 100, 200, 300, 1000);
    Address trainer = OriginalsKit.trainer(chain, handler, mechanism, classifier);
    new DeployedModel(chain, trainer, classifier, handler, mechanism).handOver();
    return trainer;
  }

  private Address withMechanism(Address mechanism) {
    DeployedModel model = OriginalsKit.unfinished(chain, BAYES, mechanism);
    model.handOver();
    return model.trainer();
  }

  private Address always(Trick trick) {
    return ScriptedContract.always(trick).deploy(chain);
  }

  private void store(Address contract, String slot) {
    store(contract, slot, good.trainer());
  }
}
