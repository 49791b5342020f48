package org.sumscan.registration.validation;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;

/**
 * A contract of a few machine instructions that does to each question what a test wants, and passes
 * every other one on to a contract that it wears as a mask. Whoever hands it over gives it its
 * owner.
 */
final class ScriptedContract {

  /** What it does to a question. */
  enum Trick {
    /** An invalid instruction, which burns all gas. */
    BURN("fe"),
    /** A jump back to itself, for ever. */
    LOOP("5b 6003 58 03 56"),
    RETURN_ONE_MEGABYTE("62100000 6000 f3"),
    REVERT_WITH_100_KB("620186a0 6000 fd"),
    RETURN_GAS_LEFT("5a 6000 52 6020 6000 f3"),
    RETURN_CALLER("33 6000 52 6020 6000 f3"),
    RETURN_BLOCK_NUMBER("43 6000 52 6020 6000 f3"),
    RETURN_NOTHING("00"),
    REVERT("6000 6000 fd"),
    RETURN_OWNER("6000 54 6000 52 6020 6000 f3"),
    TAKE_OWNER("6004 35 6000 55 00");

    private final byte[] code;

    Trick(String code) {
      this.code = hex(code);
    }
  }

  private static final int ENTRY_BYTES = 12;
  private static final int RETURN_BYTES = 18;

  private interface Body {
    /** The instructions, if they are to stand there. */
    byte[] at(int place);
  }

  private final Map<String, Body> bodies = new LinkedHashMap<>();
  private final Body otherwise;

  private ScriptedContract(Body otherwise) {
    this.otherwise = otherwise;
  }

  /** One that wears a contract as a mask, and has an owner of its own. */
  static ScriptedContract over(Address mask) {
    return new ScriptedContract(place -> passOn(mask, place))
        .does("owner()", Trick.RETURN_OWNER)
        .does("transferOwnership(address)", Trick.TAKE_OWNER);
  }

  /** One that does the same to every question. */
  static ScriptedContract always(Trick trick) {
    return new ScriptedContract(place -> trick.code);
  }

  /** One that returns the same bytes to every question. */
  static ScriptedContract alwaysReturning(byte[] data) {
    return new ScriptedContract(place -> constant(data, place));
  }

  ScriptedContract does(String signature, Trick trick) {
    bodies.put(signature, place -> trick.code);
    return this;
  }

  ScriptedContract returns(String signature, byte[] data) {
    bodies.put(signature, place -> constant(data, place));
    return this;
  }

  ScriptedContract number(String signature, BigInteger number) {
    return returns(signature, Abi.tuple(List.of(number)));
  }

  ScriptedContract number(String signature, long number) {
    return number(signature, BigInteger.valueOf(number));
  }

  /** A text, or bytes that pretend to be one. */
  ScriptedContract text(String signature, Object text) {
    return returns(signature, Abi.tuple(List.of(text)));
  }

  Address deploy(Anvil chain) {
    byte[] runtime = runtime();
    byte[] creation = hex("62%06x 80 600d 6000 39 6000 f3".formatted(runtime.length));
    return chain.deploy(new Artifact("ScriptedContract", Abi.joined(creation, runtime)));
  }

  private byte[] runtime() {
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    heads.writeBytes(hex("6000 35 60e0 1c"));
    byte[] rest = otherwise.at(heads.size() + bodies.size() * ENTRY_BYTES);
    int place = heads.size() + bodies.size() * ENTRY_BYTES + rest.length;
    for (Map.Entry<String, Body> entry : bodies.entrySet()) {
      String selector = Hex.text(Abi.selector(entry.getKey())).substring(2);
      heads.writeBytes(hex("80 63%s 14 62%06x 57".formatted(selector, place)));
      byte[] body = entry.getValue().at(place + 1);
      tails.write(0x5b);
      tails.writeBytes(body);
      place += 1 + body.length;
    }
    heads.writeBytes(rest);
    heads.writeBytes(tails.toByteArray());
    return heads.toByteArray();
  }

  private static byte[] constant(byte[] data, int place) {
    String copy = "62%06x 62%06x 6000 39 62%06x 6000 f3";
    return Abi.joined(hex(copy.formatted(data.length, place + RETURN_BYTES, data.length)), data);
  }

  private static byte[] passOn(Address mask, int place) {
    String ask = "36 6000 6000 37 6000 6000 36 6000 73%s 5a fa 3d 6000 6000 3e";
    String answer = "15 62%06x 57 3d 6000 f3 5b 3d 6000 fd";
    return hex(ask.formatted(mask.lowerCase().substring(2)) + answer.formatted(place + 52));
  }

  private static byte[] hex(String code) {
    return Hex.bytes("0x" + code.replace(" ", ""));
  }
}
