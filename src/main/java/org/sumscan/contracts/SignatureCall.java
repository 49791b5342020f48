package org.sumscan.contracts;

import java.util.Arrays;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.kernel.Hash32;

/** The question by which a contract account is asked whether a signature is its own (ERC-1271). */
public final class SignatureCall {

  /** The function's selector, which is also what it returns for yes. */
  private static final byte[] MAGIC = AbiEncoder.selector("isValidSignature(bytes32,bytes)");

  private static final int WORD = 32;

  private SignatureCall() {}

  /** The bytes of the call. */
  public static byte[] encode(Hash32 digest, byte[] signature) {
    return AbiEncoder.call(MAGIC, digest, signature);
  }

  /** Whether what was returned means yes: the selector in one word, and nothing else. */
  public static boolean isValid(byte[] returned) {
    return Arrays.equals(returned, Arrays.copyOf(MAGIC, WORD));
  }
}
