package org.sumscan.registration;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;

/**
 * Lists a model of which only the address is known, on whichever chain it lives, and waits for a
 * block that is only just being mined.
 */
@Component
public class PostedModels {

  /** How long a contract that is not there yet is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int AT_ONCE = 8;

  private final Chains chains;
  private final Registration registration;
  private final Semaphore room = new Semaphore(AT_ONCE);

  PostedModels(Chains chains, Registration registration) {
    this.chains = chains;
    this.registration = registration;
  }

  /**
   * Lists the model, or says why it cannot be, of the chain that has come furthest with it.
   *
   * @throws InterruptedException if the waiting thread is to end
   */
  public Listing list(Address address) throws InterruptedException {
    if (!room.tryAcquire()) {
      return new Listing.Unavailable("Too many models are being listed; try again in a moment.");
    }
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      Listing listing = onAnyChain(address);
      while (mayComeYet(listing) && System.nanoTime() < end) {
        Thread.sleep(PAUSE);
        listing = onAnyChain(address);
      }
      return listing;
    } finally {
      room.release();
    }
  }

  private static boolean mayComeYet(Listing listing) {
    return listing instanceof Listing.Unavailable
        || listing instanceof Listing.Refused(Refusal reason, String said)
            && reason == Refusal.NO_CODE;
  }

  private Listing onAnyChain(Address address) {
    List<ChainNode> nodes = List.copyOf(chains.all());
    Listing best =
        new Listing.Refused(Refusal.CHAIN_NOT_FOLLOWED, "No chain is followed here as yet.");
    for (ChainNode node : nodes) {
      Listing listing = registration.listModel(new ModelId(node.id(), address));
      if (listing instanceof Listing.Listed) return listing;
      if (rank(listing) > rank(best)) best = listing;
    }
    return best;
  }

  /** Something that was looked at says more than something that is not there. */
  private static int rank(Listing listing) {
    return switch (listing) {
      case Listing.Refused(Refusal reason, String said) when reason == Refusal.CHAIN_NOT_FOLLOWED ->
          0;
      case Listing.Refused(Refusal reason, String said) when reason == Refusal.NO_CODE -> 1;
      case Listing.Unavailable unavailable -> 2;
      case Listing.Refused refused -> 3;
      case Listing.Listed listed -> 4;
    };
  }
}
