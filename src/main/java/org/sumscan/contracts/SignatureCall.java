package org.sumscan.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;

/** The question by which a contract account is asked whether a signature is its own (ERC-1271). */
public final class SignatureCall {

  /** The function's selector, which is also what it returns for yes. */
  private static final byte[] MAGIC =
      Arrays.copyOf(
          Hash.sha3("isValidSignature(bytes32,bytes)".getBytes(StandardCharsets.US_ASCII)), 4);

  private static final int WORD = 32;

  private SignatureCall() {}

  /** The bytes of the call. */
  public static byte[] encode(Hash32 digest, byte[] signature) {
    int padded = (signature.length + WORD - 1) / WORD * WORD;
    ByteBuffer call = ByteBuffer.allocate(4 + 3 * WORD + padded);
    call.put(MAGIC).put(digest.bytes());
    call.position(call.position() + WORD - 4).putInt(2 * WORD);
    call.position(call.position() + WORD - 4).putInt(signature.length);
    return call.put(signature).array();
  }

  /** Whether what was returned means yes: the selector in one word, and nothing else. */
  public static boolean isValid(byte[] returned) {
    return Arrays.equals(returned, Arrays.copyOf(MAGIC, WORD));
  }
}
