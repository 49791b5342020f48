package org.sumscan.registration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Drives the listing of the configured models, at the start and as long as something fails. */
@Component
@EnableConfigurationProperties(RegistrationSettings.class)
class RegistrationScheduler implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrationScheduler.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int PHASE = 150;

  private final ConfiguredListing listing;
  private final RegistrationSettings settings;
  private volatile @Nullable Thread driver;

  RegistrationScheduler(ConfiguredListing listing, RegistrationSettings settings) {
    this.listing = listing;
    this.settings = settings;
  }

  @Override
  public void start() {
    if (!settings.enabled()) return;
    driver = Thread.ofVirtual().name("registration").start(this::drive);
  }

  private void drive() {
    try {
      while (!Thread.interrupted()) {
        try {
          listing.step();
        } catch (RuntimeException fault) {
          LOG.warn("Registration goes on after a fault", fault);
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stop) {
      LOG.debug("Registration stops");
    }
  }

  @Override
  public void stop() {
    Thread thread = driver;
    driver = null;
    if (thread == null) return;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return driver != null;
  }

  /** Before the replay, and stopped after it. */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
