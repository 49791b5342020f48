package org.sumscan.signin;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sumscan.kernel.Address;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** The key of an account, which signs what a wallet would. */
record Key(ECKeyPair pair) {

  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  static Key of(int seed) {
    return new Key(ECKeyPair.create(BigInteger.valueOf(0x5eed_0000L + seed)));
  }

  Address account() {
    return Address.of("0x" + Keys.getAddress(pair));
  }

  byte[] signed(String text) {
    Sign.SignatureData data = Sign.signPrefixedMessage(text.getBytes(StandardCharsets.UTF_8), pair);
    return joined(data.getR(), data.getS(), data.getV()[0]);
  }

  /** The other signature that every one can be turned into without the key. */
  static byte[] mirrored(byte[] signature) {
    BigInteger s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
    byte[] word = new byte[32];
    byte[] bytes = s.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, word, 32 - length, length);
    return joined(Arrays.copyOf(signature, 32), word, (byte) (signature[64] == 27 ? 28 : 27));
  }

  private static byte[] joined(byte[] r, byte[] s, byte v) {
    byte[] signature = Arrays.copyOf(r, 65);
    System.arraycopy(s, 0, signature, 32, 32);
    signature[64] = v;
    return signature;
  }
}
