package org.sumscan.registration.validation.subject;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.sumscan.kernel.Address;

/** Forms of code that only pass every call on to someone else's code. */
public final class CodeShape {

  private static final byte[] DELEGATION = HexFormat.of().parseHex("ef0100");
  private static final byte[] CLONE_HEAD = HexFormat.of().parseHex("363d3d373d3d3d363d73");
  private static final byte[] CLONE_TAIL =
      HexFormat.of().parseHex("5af43d82803e903d91602b57fd5bf3");

  private static final int CALLCODE = 0xf2;
  private static final int DELEGATECALL = 0xf4;
  private static final int SELFDESTRUCT = 0xff;
  private static final int PUSH1 = 0x60;
  private static final int PUSH32 = 0x7f;

  private CodeShape() {}

  /** Whose code an account runs by EIP-7702; empty for a contract. */
  public static Optional<Address> delegate(byte[] code) {
    return between(code, DELEGATION, new byte[0]);
  }

  /** Whose code a minimal proxy (EIP-1167) runs. */
  static Optional<Address> cloned(byte[] code) {
    return between(code, CLONE_HEAD, CLONE_TAIL);
  }

  private static Optional<Address> between(byte[] code, byte[] head, byte[] tail) {
    int end = head.length + Address.BYTES;
    if (code.length != end + tail.length
        || !Arrays.equals(code, 0, head.length, head, 0, head.length)
        || !Arrays.equals(code, end, code.length, tail, 0, tail.length)) {
      return Optional.empty();
    }
    return Optional.of(Address.of(Arrays.copyOfRange(code, head.length, end)));
  }

  /** Whether it could run code of another contract as if it were its own. */
  public static boolean runsForeignCode(byte[] code) {
    return has(code, DELEGATECALL) || has(code, CALLCODE);
  }

  /** Whether it could destroy itself, or send away all that it owns. */
  public static boolean destroysItself(byte[] code) {
    return has(code, SELFDESTRUCT);
  }

  /** Whether an instruction is in it, numbers that are pushed left out. */
  private static boolean has(byte[] code, int instruction) {
    for (int at = 0; at < code.length; at++) {
      int found = code[at] & 0xff;
      if (found == instruction) return true;
      if (found >= PUSH1 && found <= PUSH32) at += found - PUSH1 + 1;
    }
    return false;
  }
}
