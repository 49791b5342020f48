package org.sumscan.registration.validation;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.validation.ClientMark;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.catalog.validation.Validations;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.web3j.crypto.Hash;

/** Queues addresses for validation, within limits, and tells how far each is. */
@Component
public class ValidationQueue {

  /** The most characters of a text given as an address. */
  public static final int MOST_CHARACTERS = 100;

  private static final int MOST_WAITING = 50;
  private static final int MOST_OF_A_CLIENT = 20;
  private static final Duration OF_A_CLIENT_WITHIN = Duration.ofMinutes(5);

  private final Validations validations;
  private final Models models;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final byte[] salt = new byte[Hash32.BYTES];

  ValidationQueue(
      Validations validations, Models models, ApplicationEventPublisher events, Clock clock) {
    this.validations = validations;
    this.models = models;
    this.events = events;
    this.clock = clock;
    new SecureRandom().nextBytes(salt);
  }

  /** Whether an address was queued, and why not. */
  public sealed interface Taken {

    /** It is, or was already, in the queue or under way. */
    record Queued(UUID id) implements Taken {}

    /**
     * Not now.
     *
     * @param sentence why, and what to do
     * @param seconds after how many to try again
     */
    record Busy(String sentence, int seconds) implements Taken {}
  }

  /**
   * Queues an address; one that is being judged already is not queued twice.
   *
   * @param address as it was given, untrusted
   * @param client who asks, of which only a keyed hash is kept
   * @throws IllegalArgumentException if the text has over {@link #MOST_CHARACTERS} characters
   */
  public Taken judge(ChainId chain, String address, InetAddress client) {
    String text = address.strip().replace('\0', '?');
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("an address has 42 characters");
    }
    Optional<UUID> underWay = validations.unfinished(chain, text);
    if (underWay.isPresent()) return new Taken.Queued(underWay.get());
    ClientMark mark = mark(client);
    if (validations.asked(mark, clock.instant().minus(OF_A_CLIENT_WITHIN)) >= MOST_OF_A_CLIENT) {
      return new Taken.Busy(
          "You have asked for %d validations within %d minutes: wait a little."
              .formatted(MOST_OF_A_CLIENT, OF_A_CLIENT_WITHIN.toMinutes()),
          60);
    }
    if (validations.unfinished() >= MOST_WAITING) {
      return new Taken.Busy(
          "%d validations are waiting already: try again in a minute.".formatted(MOST_WAITING), 60);
    }
    UUID id = validations.add(chain, text, mark);
    events.publishEvent(new ValidationQueued());
    return new Taken.Queued(id);
  }

  /** A validation and how far it is, as whoever asks may see it. */
  public Optional<Validation> find(UUID id) {
    return validations
        .find(id)
        .map(validation -> isRedacted(validation) ? validation.redacted() : validation);
  }

  private boolean isRedacted(Validation validation) {
    ModelId id = validation.model().orElse(null);
    ContentVisibility visibility = ContentVisibility.current().orElse(null);
    if (id == null || visibility == null) return false;
    return models.find(id).map(Model::isRedacted).orElseGet(() -> visibility.redacts(id));
  }

  /** What is kept of who asks: equal for equal clients as long as this process lives. */
  ClientMark mark(InetAddress client) {
    byte[] address = client.getHostAddress().getBytes(StandardCharsets.US_ASCII);
    byte[] salted = new byte[salt.length + address.length];
    System.arraycopy(salt, 0, salted, 0, salt.length);
    System.arraycopy(address, 0, salted, salt.length, address.length);
    return new ClientMark(Hash32.of(Hash.sha3(salted)));
  }
}
