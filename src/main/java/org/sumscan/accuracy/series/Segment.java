package org.sumscan.accuracy.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt64;

/**
 * Outcomes packed into a few bytes each: positions and times as differences, senders by their place
 * in a list in front, the prediction only where it is not the label.
 */
public final class Segment {

  /** How many outcomes a full row holds. */
  public static final int SIZE = 2048;

  private static final int HIT = 0;
  private static final int MISS = 1;
  private static final int NO_ANSWER = 2;

  private Segment() {}

  /** Packs outcomes in the order of the chain. */
  public static byte[] pack(List<Outcome> outcomes) {
    Map<Address, Integer> senders = new LinkedHashMap<>();
    outcomes.forEach(outcome -> senders.putIfAbsent(outcome.sender(), senders.size()));
    PackedBytes bytes = new PackedBytes();
    bytes.put(outcomes.size()).put(senders.size());
    senders.keySet().forEach(sender -> bytes.put(sender.bytes()));
    LogPosition last = LogPosition.START;
    long time = 0;
    for (Outcome outcome : outcomes) {
      putPosition(bytes, last, outcome.position());
      bytes.putSigned(outcome.blockTime() - time);
      putAnswer(bytes, Objects.requireNonNull(senders.get(outcome.sender())), outcome);
      last = outcome.position();
      time = outcome.blockTime();
    }
    return bytes.toArray();
  }

  private static void putPosition(PackedBytes bytes, LogPosition last, LogPosition position) {
    long blocks = position.block() - last.block();
    bytes.put(blocks).put(blocks == 0 ? position.index() - last.index() : position.index());
  }

  private static void putAnswer(PackedBytes bytes, int sender, Outcome outcome) {
    UInt64 prediction = outcome.prediction();
    int answer = prediction == null ? NO_ANSWER : outcome.isHit() ? HIT : MISS;
    bytes.put(sender * 3L + answer).put(outcome.label().bits());
    if (prediction != null && answer == MISS) bytes.put(prediction.bits());
  }

  /** Reads what was packed. */
  public static List<Outcome> unpack(byte[] packed) {
    PackedBytes bytes = new PackedBytes(packed);
    int count = (int) bytes.take();
    List<Address> senders = new ArrayList<>();
    for (long left = bytes.take(); left > 0; left--) {
      senders.add(Address.of(bytes.take(Address.BYTES)));
    }
    List<Outcome> outcomes = new ArrayList<>(count);
    LogPosition position = LogPosition.START;
    long time = 0;
    for (int i = 0; i < count; i++) {
      position = takePosition(bytes, position);
      time += bytes.takeSigned();
      long senderAndAnswer = bytes.take();
      UInt64 label = new UInt64(bytes.take());
      UInt64 prediction = takePrediction(bytes, (int) (senderAndAnswer % 3), label);
      Address sender = senders.get((int) (senderAndAnswer / 3));
      outcomes.add(new Outcome(position, time, sender, label, prediction));
    }
    return outcomes;
  }

  private static LogPosition takePosition(PackedBytes bytes, LogPosition last) {
    long blocks = bytes.take();
    int index = (int) bytes.take();
    return new LogPosition(last.block() + blocks, blocks == 0 ? last.index() + index : index);
  }

  private static @Nullable UInt64 takePrediction(PackedBytes bytes, int answer, UInt64 label) {
    return switch (answer) {
      case HIT -> label;
      case MISS -> new UInt64(bytes.take());
      default -> null;
    };
  }
}
