package org.sumscan.signin;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.contracts.SignatureCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * Judges signatures under personal messages: by recovering the key of an account (ERC-191), else by
 * asking the account's own contract (ERC-1271).
 */
final class AccountSignatures {

  static final int MOST_BYTES = 8192;

  /** Enough for wallets of several owners; a contract that burns it all costs the node little. */
  private static final long GAS = 1_000_000;

  private static final int KEY_SIGNATURE = 65;
  private static final BigInteger HALF_ORDER =
      new BigInteger("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0", 16);

  private AccountSignatures() {}

  /**
   * Whether an account signed a text. Throws {@link org.sumscan.chain.NodeFault} where the account
   * may be a contract and the node does not answer.
   */
  static boolean isSigned(ChainNode node, Address account, String text, byte[] signature) {
    if (signature.length > MOST_BYTES) return false;
    Hash32 digest = digest(text);
    if (signer(digest, signature).filter(account::equals).isPresent()) return true;
    return node.code(account, null).length > 0 && contractSays(node, account, digest, signature);
  }

  /** What wallets sign for a text, by version 0x45 of ERC-191. */
  static Hash32 digest(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("\u0019Ethereum Signed Message:\n" + message.length).getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(head, head.length + message.length);
    System.arraycopy(message, 0, whole, head.length, message.length);
    return Hash32.of(Hash.sha3(whole));
  }

  private static Optional<Address> signer(Hash32 digest, byte[] signature) {
    if (signature.length != KEY_SIGNATURE) return Optional.empty();
    byte[] r = Arrays.copyOfRange(signature, 0, 32);
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    int recovery = signature[64] & 0xff;
    if (recovery < 27) recovery += 27;
    // Of the two signatures that every one can be turned into, only one counts.
    boolean low = new BigInteger(1, s).compareTo(HALF_ORDER) <= 0;
    if (recovery > 28 || !low) return Optional.empty();
    try {
      BigInteger key =
          Sign.signedMessageHashToKey(
              digest.bytes(), new Sign.SignatureData((byte) recovery, r, s));
      return Optional.of(Address.of("0x" + Keys.getAddress(key)));
    } catch (SignatureException | RuntimeException noKey) {
      return Optional.empty();
    }
  }

  private static boolean contractSays(
      ChainNode node, Address account, Hash32 digest, byte[] signature) {
    byte[] question = SignatureCall.encode(digest, signature);
    return node.callWithin(account, question, GAS, null) instanceof CallResult.Returned(byte[] said)
        && SignatureCall.isValid(said);
  }
}
