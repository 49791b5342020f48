package org.sumscan.contracts;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.Wei;

/**
 * What a data handler must hold by its trainer's events: fed with samples and claims in order, it
 * is a copy of the handler's books; not for several threads.
 */
public final class HandlerStorage {

  private final HandlerLayout layout;
  private final Address trainer;
  private final Map<Hash32, Book> books = new LinkedHashMap<>();

  /** Books that are empty, and were handed over to a trainer. */
  public HandlerStorage(HandlerLayout layout, Address trainer) {
    this.layout = layout;
    this.trainer = trainer;
  }

  /** All under one key; who claimed stays marked when an equal sample is recorded anew. */
  private static final class Book {
    private HandlerRecord record;
    private final Set<Address> claimants = new HashSet<>();
    private boolean reported;

    Book(HandlerRecord record) {
      this.record = record;
    }

    void recordAnew(HandlerRecord next) {
      record = next;
      reported = false;
    }

    void claim(Address claimant, Wei claimable) {
      claimants.add(claimant);
      UInt256 claims = new UInt256(record.claims().value().add(BigInteger.ONE));
      record =
          new HandlerRecord(
              record.label(), record.time(), record.sender(), record.deposit(), claimable, claims);
    }
  }

  /** Records a sample; over an equal one of the same second, of which nothing is left. */
  public void add(ContractEvent.AddData sample) {
    HandlerRecord record =
        new HandlerRecord(
            sample.label(),
            sample.addedTime(),
            sample.sender(),
            sample.cost(),
            sample.cost(),
            UInt256.ZERO);
    Book book = books.putIfAbsent(sample.key(), new Book(record));
    if (book != null) book.recordAnew(record);
  }

  /**
   * Records that an author claimed all that was left.
   *
   * @return what is wrong with it, in words that follow the claim; empty for nothing
   */
  public Optional<String> refund(ContractEvent.SampleRefunded refund) {
    Book book = books.get(refund.key());
    if (book == null) return Optional.of("is for a sample that no event shows");
    book.claim(refund.author(), Wei.ZERO);
    return Optional.empty();
  }

  /**
   * Records that someone reported a sample and took a part of what was left.
   *
   * @return what is wrong with it, in words that follow the claim; empty for nothing
   */
  public Optional<String> report(ContractEvent.SampleReported report) {
    Book book = books.get(report.key());
    if (book == null) return Optional.of("is for a sample that no event shows");
    if (report.amount().compareTo(book.record.claimable()) > 0) {
      return Optional.of("took out more than was left of its sample");
    }
    book.claim(report.reporter(), book.record.claimable().minus(report.amount()));
    book.reported = true;
    return Optional.empty();
  }

  /** All that as the handler lays it out. */
  public ContractStorage slots() {
    ContractStorage storage = new ContractStorage();
    layout.own(storage, trainer);
    books.forEach(
        (key, book) ->
            layout.write(
                storage, key, book.record, new HandlerLayout.Marks(book.claimants, book.reported)));
    return storage;
  }
}
