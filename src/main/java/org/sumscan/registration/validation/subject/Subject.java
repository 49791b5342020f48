package org.sumscan.registration.validation.subject;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.registration.ChainHistory;

/**
 * What is judged, with the facts that several checks need, each asked of the node once. A fact that
 * cannot be had, as an earlier check has failed, throws {@link Unknown}.
 */
public final class Subject {

  private final String given;
  private final ChainId chain;
  private final @Nullable ChainNode node;
  private final Function<ModelId, List<Long>> seen;
  private final Map<Address, byte[]> codes = new HashMap<>();
  private final Map<Role, ContractAnswer<Address>> slots = new EnumMap<>(Role.class);
  private final Map<Class<?>, Object> facts = new HashMap<>();
  private @Nullable BlockRef head;
  private @Nullable ChainHistory history;

  /**
   * @param given as it was given, untrusted
   * @param node the chain's; null where it is not followed
   * @param seen blocks in which the index saw an event of a contract
   */
  public Subject(
      String given, ChainId chain, @Nullable ChainNode node, Function<ModelId, List<Long>> seen) {
    this.seen = seen;
    this.given = given;
    this.chain = chain;
    this.node = node;
  }

  public String given() {
    return given;
  }

  public ChainId chain() {
    return chain;
  }

  public Optional<ChainNode> followed() {
    return Optional.ofNullable(node);
  }

  public ChainNode node() {
    return followed().orElseThrow(() -> new Unknown("The chain is not followed."));
  }

  /** Whether the text given is an address, whatever its checksum. */
  public boolean isAddress() {
    return parsed().isPresent();
  }

  public Address address() {
    return parsed().orElseThrow(() -> new Unknown("There is no address."));
  }

  private Optional<Address> parsed() {
    try {
      return Optional.of(Address.of(given));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public ModelId model() {
    return new ModelId(chain, address());
  }

  /** The block that all is asked of. */
  public BlockRef head() {
    if (head == null) head = node().head().block();
    return head;
  }

  /** The past of the chain up to that block. */
  public ChainHistory history() {
    if (history == null) history = new ChainHistory(node(), head());
    return history;
  }

  /** The code at an address; none where there is no contract. */
  public byte[] code(Address contract) {
    byte[] code = codes.get(contract);
    if (code == null) {
      code = node().code(contract, head());
      codes.put(contract, code);
    }
    return code;
  }

  /** The trainer, which has code of its own. */
  public UntrustedContract trainer() {
    byte[] code = code(address());
    if (code.length == 0 || CodeShape.delegate(code).isPresent()) {
      throw new Unknown("There is no contract at the address.");
    }
    return UntrustedContract.of(node(), address(), head());
  }

  /** The trainer, whose second answer is by the state of an earlier block where it has one. */
  public UntrustedContract steadyTrainer() {
    UntrustedContract trainer = trainer();
    BlockRef earlier = earlier();
    return earlier == null ? trainer : trainer.since(earlier);
  }

  private @Nullable BlockRef earlier() {
    try {
      return node()
          .block(Math.max(0, head().number() - 1))
          .map(header -> header.block())
          .filter(block -> node().code(address(), block).length > 0)
          .orElse(null);
    } catch (NodeFault withoutOldStates) {
      return null;
    }
  }

  /** What the trainer names as its part in a role. */
  public ContractAnswer<Address> slot(Role role) {
    ContractAnswer<Address> said = slots.get(role);
    if (said == null) {
      said = steadyTrainer().address(role.slot());
      slots.put(role, said);
    }
    return said;
  }

  /** The address of a part. */
  public Address part(Role role) {
    return slot(role)
        .value()
        .orElseThrow(() -> new Unknown("The address does not name its " + role + "."));
  }

  /** A part that has code. */
  public UntrustedContract partWithCode(Role role) {
    Address part = part(role);
    if (code(part).length == 0) throw new Unknown("The " + role + " is no contract.");
    return UntrustedContract.of(node(), part, head());
  }

  /** A part that answers as one in its role does. */
  public UntrustedContract partInRole(Role role) {
    UntrustedContract part = partWithCode(role);
    if (!role.isPlayedBy(part)) {
      throw new Unknown("The contract in its place is no " + role + ".");
    }
    return part;
  }

  /** Blocks in which the index saw events of a contract; a reorg may have removed them. */
  public List<Long> seenIn(Address contract) {
    return seen.apply(new ModelId(chain, contract));
  }

  /** A fact that several checks need. */
  public <T> T fact(Class<T> type, Supplier<T> source) {
    Object known = facts.get(type);
    if (known == null) {
      known = source.get();
      facts.put(type, known);
    }
    return type.cast(known);
  }
}
