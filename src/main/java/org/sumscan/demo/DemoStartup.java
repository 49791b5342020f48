package org.sumscan.demo;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.ConcurrencyFailureException;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.live.DemoOriginals;
import org.sumscan.demo.live.LiveDemo;
import org.sumscan.demo.live.World;
import org.sumscan.demo.settings.DemoSettings;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Originals;
import org.sumscan.registration.ListingResult;
import org.sumscan.registration.Registration;
import org.sumscan.startup.EmbeddedChain;
import org.sumscan.startup.StartupFailure;
import org.sumscan.startup.StartupStep;
import org.sumscan.startup.StepProgress;

/**
 * Makes the demo's world at the first start, goes on with it if that was cut short, and lists its
 * models and says what their samples were; then the demo lives.
 */
public final class DemoStartup implements StartupStep {

  private static final int LISTING_TRIES = 20;

  private final AnvilRpc rpc;
  private final EmbeddedChain chain;
  private final DemoSettings settings;
  private final Registration registration;
  private final Inbox inbox;
  private final Originals originals;
  private final LiveDemo live;
  private final Clock clock;

  DemoStartup(
      AnvilRpc rpc,
      EmbeddedChain chain,
      DemoSettings settings,
      Registration registration,
      Inbox inbox,
      Originals originals,
      LiveDemo live,
      Clock clock) {
    this.rpc = rpc;
    this.chain = chain;
    this.settings = settings;
    this.registration = registration;
    this.inbox = inbox;
    this.originals = originals;
    this.live = live;
    this.clock = clock;
  }

  @Override
  public Stage stage() {
    return Stage.POPULATE;
  }

  @Override
  public String title() {
    return "Making the demo's world";
  }

  @Override
  public void run(StepProgress progress) throws InterruptedException {
    EmbeddedNode node = EmbeddedNode.takeOver(rpc, chain.stillness());
    World world = World.on(node, settings.seed(), clock);
    world.complete(progress);
    ChainId chainId = node.chainId();
    for (int i = 0; i < world.deployments().size(); i++) {
      progress.report(i, world.deployments().size(), "models listed");
      list(new ModelId(chainId, world.deployments().get(i).trainer()));
    }
    DemoOriginals sources = new DemoOriginals(chainId, world.deployments(), inbox, originals);
    sources.bringPast(node, world.end().getEpochSecond());
    if (settings.live()) live.begin(world.liveChain(clock, sources));
  }

  private void list(ModelId model) throws InterruptedException {
    ListingResult listing = tried(model);
    for (int i = 1; listing instanceof ListingResult.Unavailable && i < LISTING_TRIES; i++) {
      TimeUnit.MILLISECONDS.sleep(250);
      listing = tried(model);
    }
    if (listing instanceof ListingResult.Listed) return;
    throw new StartupFailure(
        "The demo's model " + model + " cannot be listed: " + listing,
        "Move the data folder away to begin a new demo.");
  }

  /** Listing may be at work on the same model for another reason; one of both then gives way. */
  private ListingResult tried(ModelId model) {
    try {
      return registration.listModel(model);
    } catch (ConcurrencyFailureException other) {
      return new ListingResult.Unavailable(String.valueOf(other.getMessage()));
    }
  }
}
