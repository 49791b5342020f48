package org.sumscan.ledger.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;

/**
 * Which samples to find; a filter that is null lets everything through.
 *
 * @param notSender leaves one author's samples out
 * @param time of the block, in seconds since 1970
 * @param status their claim status at {@code now}
 * @param agrees whether the model agrees with the label now; only what is open has an answer
 * @param claimed whether there was a claim of that kind
 * @param words to be found in the texts that people keep for samples and that match them
 * @param now the time of each chain's newest block, in seconds since 1970; on a chain without one
 *     nothing has become ripe
 */
public record SampleCriteria(
    @Nullable ModelId model,
    @Nullable ChainId chain,
    @Nullable Address sender,
    @Nullable Address notSender,
    @Nullable UInt64 label,
    Bounds<Long> time,
    Bounds<Long> blocks,
    Bounds<Wei> deposit,
    @Nullable ClaimStatus status,
    @Nullable Boolean agrees,
    Claim.@Nullable Kind claimed,
    @Nullable String words,
    Map<ChainId, Long> now) {

  /** All samples. */
  public static final SampleCriteria ALL = new Builder().build();

  /** Takes a copy of the times. */
  public SampleCriteria {
    now = Map.copyOf(now);
  }

  /** The chain that all of them are on, if the filters name one. */
  public @Nullable ChainId onlyChain() {
    return model == null ? chain : model.chain();
  }

  /** Whether only what is open can match. */
  boolean isOfOpen() {
    return agrees != null || status != null && status != ClaimStatus.CLAIMED;
  }

  /** Whether they narrow by no more than model, chain and author, of which sums are kept. */
  boolean isSummed() {
    return notSender == null
        && label == null
        && time.isOpen()
        && blocks.isOpen()
        && deposit.isOpen()
        && agrees == null
        && claimed == null
        && words == null;
  }

  /** The criteria with another status. */
  public SampleCriteria status(@Nullable ClaimStatus only) {
    return new Builder(this).status(only).build();
  }

  /** Puts criteria together; whatever is not named lets everything through. */
  public static final class Builder {

    private @Nullable ModelId model;
    private @Nullable ChainId chain;
    private @Nullable Address sender;
    private @Nullable Address notSender;
    private @Nullable UInt64 label;
    private Bounds<Long> time = Bounds.none();
    private Bounds<Long> blocks = Bounds.none();
    private Bounds<Wei> deposit = Bounds.none();
    private @Nullable ClaimStatus status;
    private @Nullable Boolean agrees;
    private Claim.@Nullable Kind claimed;
    private @Nullable String words;
    private Map<ChainId, Long> now = Map.of();

    /** Begins with all samples. */
    public Builder() {}

    /** Begins with what others say. */
    public Builder(SampleCriteria like) {
      model = like.model;
      chain = like.chain;
      sender = like.sender;
      notSender = like.notSender;
      label = like.label;
      time = like.time;
      blocks = like.blocks;
      deposit = like.deposit;
      status = like.status;
      agrees = like.agrees;
      claimed = like.claimed;
      words = like.words;
      now = like.now;
    }

    /** Only this model's. */
    public Builder model(@Nullable ModelId only) {
      model = only;
      return this;
    }

    /** Only those on this chain. */
    public Builder chain(@Nullable ChainId only) {
      chain = only;
      return this;
    }

    /** Only those that this account added. */
    public Builder sender(@Nullable Address only) {
      sender = only;
      return this;
    }

    /** Only those that this account did not add. */
    public Builder notSender(@Nullable Address other) {
      notSender = other;
      return this;
    }

    /** Only those with this label. */
    public Builder label(@Nullable UInt64 only) {
      label = only;
      return this;
    }

    /** Only those whose blocks were made then, in seconds since 1970. */
    public Builder time(Bounds<Long> within) {
      time = within;
      return this;
    }

    /** Only those in these blocks. */
    public Builder blocks(Bounds<Long> within) {
      blocks = within;
      return this;
    }

    /** Only those with such a deposit. */
    public Builder deposit(Bounds<Wei> within) {
      deposit = within;
      return this;
    }

    /** Only those of that status. */
    public Builder status(@Nullable ClaimStatus only) {
      status = only;
      return this;
    }

    /** Only those that the model agrees with, or not. */
    public Builder agrees(@Nullable Boolean only) {
      agrees = only;
      return this;
    }

    /** Only those with such a claim. */
    public Builder claimed(Claim.@Nullable Kind only) {
      claimed = only;
      return this;
    }

    /** Only those whose text has these words. */
    public Builder words(@Nullable String only) {
      words = only;
      return this;
    }

    /** What time it is on each chain, in seconds since 1970. */
    public Builder now(Map<ChainId, Long> times) {
      now = times;
      return this;
    }

    /** All of it. */
    public SampleCriteria build() {
      return new SampleCriteria(
          model, chain, sender, notSender, label, time, blocks, deposit, status, agrees, claimed,
          words, now);
    }
  }
}
