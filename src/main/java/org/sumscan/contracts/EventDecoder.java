package org.sumscan.contracts;

import java.util.List;
import org.sumscan.contracts.ContractEvent.AddData;
import org.sumscan.contracts.ContractEvent.ClassAdded;
import org.sumscan.contracts.ContractEvent.Refunded;
import org.sumscan.contracts.ContractEvent.Reported;
import org.sumscan.contracts.ContractEvent.SampleRefunded;
import org.sumscan.contracts.ContractEvent.SampleReported;
import org.sumscan.contracts.EventDecoding.Decoded;
import org.sumscan.contracts.EventDecoding.Foreign;
import org.sumscan.contracts.EventDecoding.Malformed;
import org.sumscan.contracts.abi.AbiFault;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/**
 * Turns logs into events: only bytes that a compiler would have written for such an event are one,
 * so that equal events have equal bytes and nothing is guessed.
 */
public final class EventDecoder {

  /** The most features that one sample may have; longer ones are malformed. */
  public static final int MOST_FEATURES = 65_536;

  private static final int MOST_NAME_BYTES = 4_096;
  private static final Foreign FOREIGN = new Foreign();

  private EventDecoder() {}

  /** Decodes a log; never throws, whatever the bytes are. */
  public static EventDecoding decode(List<Hash32> topics, byte[] data) {
    if (topics.isEmpty()) return FOREIGN;
    try {
      ContractEvent event = event(topics, new AbiWords(data));
      return event == null ? FOREIGN : new Decoded(event);
    } catch (AbiFault fault) {
      return new Malformed(fault.reason());
    }
  }

  private static @org.jspecify.annotations.Nullable ContractEvent event(
      List<Hash32> topics, AbiWords data) throws AbiFault {
    Hash32 topic = topics.getFirst();
    if (topic.equals(Topics.ADD_DATA)) return addData(topics, data);
    if (topic.equals(Topics.REFUND)) return refunded(topics, data, true);
    if (topic.equals(Topics.POINTS_REFUND)) return refunded(topics, data, false);
    if (topic.equals(Topics.REPORT)) return reported(topics, data, true);
    if (topic.equals(Topics.POINTS_REPORT)) return reported(topics, data, false);
    if (topic.equals(Topics.SAMPLE_REFUNDED)) return sampleRefunded(topics, data);
    if (topic.equals(Topics.SAMPLE_REPORTED)) return sampleReported(topics, data);
    if (topic.equals(Topics.ADD_CLASS)) return classAdded(topics, data);
    return null;
  }

  private static AddData addData(List<Hash32> topics, AbiWords data) throws AbiFault {
    requireTopics(topics, 2);
    data.requireWords(5);
    if (data.size() > (MOST_FEATURES + 5) * AbiWords.WORD) {
      throw new AbiFault("more than " + MOST_FEATURES + " features");
    }
    long[] features = data.int64Array(0, 4 * AbiWords.WORD);
    data.requireEnd((5L + features.length) * AbiWords.WORD);
    return new AddData(
        features,
        new UInt64(data.uint64(1, "label")),
        data.uint256(2),
        indexedAddress(topics.get(1)),
        new Wei(data.uint256(3).value()));
  }

  private static Refunded refunded(List<Hash32> topics, AbiWords data, boolean money)
      throws AbiFault {
    requirePayment(topics, data, money);
    return new Refunded(data.address(0, "recipient"), amount(data, 1, money));
  }

  private static Reported reported(List<Hash32> topics, AbiWords data, boolean money)
      throws AbiFault {
    requirePayment(topics, data, money);
    return new Reported(data.address(0, "recipient"), amount(data, 1, money));
  }

  private static void requirePayment(List<Hash32> topics, AbiWords data, boolean money)
      throws AbiFault {
    requireTopics(topics, 1);
    data.requireWords(money ? 2 : 1);
    data.requireEnd(money ? 64 : 32);
  }

  private static SampleRefunded sampleRefunded(List<Hash32> topics, AbiWords data) throws AbiFault {
    requireKeyed(topics, data);
    return new SampleRefunded(topics.get(1), indexedAddress(topics.get(2)), amount(data, 0, true));
  }

  private static SampleReported sampleReported(List<Hash32> topics, AbiWords data) throws AbiFault {
    requireKeyed(topics, data);
    return new SampleReported(topics.get(1), indexedAddress(topics.get(2)), amount(data, 0, true));
  }

  private static void requireKeyed(List<Hash32> topics, AbiWords data) throws AbiFault {
    requireTopics(topics, 3);
    data.requireWords(1);
    data.requireEnd(32);
  }

  private static ClassAdded classAdded(List<Hash32> topics, AbiWords data) throws AbiFault {
    requireTopics(topics, 1);
    data.requireWords(3);
    byte[] name = data.bytes(0, 2 * AbiWords.WORD, MOST_NAME_BYTES);
    data.requireEnd(3L * AbiWords.WORD + (name.length + 31L) / 32 * 32);
    return new ClassAdded(ReturnValues.readable(name), data.uint256(1));
  }

  private static void requireTopics(List<Hash32> topics, int count) throws AbiFault {
    if (topics.size() != count) {
      throw new AbiFault(topics.size() + " topics, where " + count + " are needed");
    }
  }

  private static Address indexedAddress(Hash32 topic) throws AbiFault {
    return AbiWords.address(topic.bytes(), 0, "indexed address");
  }

  private static Wei amount(AbiWords data, int word, boolean money) {
    return money ? new Wei(data.uint256(word).value()) : Wei.ZERO;
  }
}
