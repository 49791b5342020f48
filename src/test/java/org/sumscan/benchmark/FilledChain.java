package org.sumscan.benchmark;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Int64;
import org.web3j.abi.datatypes.generated.Uint256;

/** A local chain with many samples, all of them in blocks that are final. */
final class FilledChain implements AutoCloseable {

  static final int FEATURES = 20;

  private static final int A_BLOCK = 100;
  private static final int BLOCKS_TO_FINALITY = 70;

  private final Anvil anvil;
  private final Address trainer;
  private final int events;

  private FilledChain(Anvil anvil, int events) {
    this.anvil = anvil;
    this.trainer = anvil.deploy(Artifact.forTests("Forger"));
    this.events = events;
  }

  static FilledChain of(int events) {
    FilledChain chain = new FilledChain(Anvil.start(), events);
    for (int done = 0; done < events; done += A_BLOCK) {
      chain.add(Math.min(A_BLOCK, events - done), 1_000_000_007L * done);
    }
    chain.anvil.mine(BLOCKS_TO_FINALITY);
    return chain;
  }

  private void add(int count, long first) {
    Function function =
        new Function(
            "addMany",
            List.of(
                new Uint256(BigInteger.valueOf(count)),
                new Uint256(BigInteger.valueOf(FEATURES)),
                new Int64(first)),
            List.of());
    anvil.execute(
        Map.of(
            "from", anvil.accounts().get(1).toString(),
            "to", trainer.toString(),
            "gas", "0x1000000",
            "input", Hex.text(Hex.bytes(FunctionEncoder.encode(function)))));
  }

  Anvil anvil() {
    return anvil;
  }

  Address trainer() {
    return trainer;
  }

  int events() {
    return events;
  }

  long head() {
    return anvil.head();
  }

  @Override
  public void close() {
    anvil.close();
  }
}
