package org.sumscan.api.transactions;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.api.problem.Problem;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.api.request.PathParameters;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.limits.ClientNetwork;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;
import org.sumscan.transactions.SubmittedTransaction;
import org.sumscan.transactions.TransactionKind;
import org.sumscan.transactions.Transactions;
import org.sumscan.transactions.WatchResult;

/** Follows transactions that a visitor's wallet has sent, and tells what became of them. */
@RestController("transactionsInterface")
class TransactionsApiController {

  private static final int LATEST = 50;
  private static final int AGAIN_SECONDS = 600;

  private final Transactions transactions;

  TransactionsApiController(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What a page says of a transaction.
   *
   * @param purpose {@code refund}, {@code report} or {@code add-data}
   * @param nonce its number among its sender's, where the wallet tells it
   */
  record Announced(
      @Nullable Long chainId,
      @Nullable String hash,
      @Nullable String account,
      @Nullable String purpose,
      FollowedTransaction.@Nullable SampleLog sample,
      @Nullable String model,
      @Nullable Long nonce) {}

  /** The latest of an account, the newest first. */
  record Latest(List<FollowedTransaction> items) {}

  @PostMapping(path = "/api/v1/transactions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> announce(@RequestBody Announced said, HttpServletRequest request) {
    SubmittedTransaction submitted = submitted(said);
    return switch (transactions.watch(submitted, ClientNetwork.of(request.getRemoteAddr()))) {
      case WatchResult.Watched(var watched) -> {
        FollowedTransaction body = FollowedTransaction.of(watched);
        yield ResponseEntity.accepted().location(URI.create("/api/v1" + body.link())).body(body);
      }
      case WatchResult.Refused(String reason) -> Problem.answer(HttpStatus.BAD_REQUEST, reason);
      case WatchResult.Full(String reason) -> TooManyRequests.answer(reason, AGAIN_SECONDS);
    };
  }

  @GetMapping("/api/v1/transactions/{chainId}/{hash}")
  FollowedTransaction transaction(@PathVariable String chainId, @PathVariable String hash) {
    ChainId chain = PathParameters.chain(chainId);
    return transactions
        .find(chain, hash(hash))
        .map(FollowedTransaction::of)
        .orElseThrow(
            () -> new NotFoundException("No such transaction is followed on chain " + chain + "."));
  }

  @GetMapping("/api/v1/transactions")
  Latest latest(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(Set.of("account"));
    Address account = parameters.address("account");
    if (account == null) throw new InvalidQuestion("Name an account: “account”.");
    return new Latest(
        transactions.ofAccount(account, LATEST).stream().map(FollowedTransaction::of).toList());
  }

  private static SubmittedTransaction submitted(Announced said) {
    if (said.chainId() == null
        || said.hash() == null
        || said.account() == null
        || said.purpose() == null) {
      throw new InvalidQuestion("The body needs “chainId”, “hash”, “account” and “purpose”.");
    }
    ChainId chain = PathParameters.chain(said.chainId().toString());
    TransactionKind kind =
        TransactionKind.named(said.purpose())
            .orElseThrow(
                () -> new InvalidQuestion("A purpose is “refund”, “report” or “add-data”."));
    return new SubmittedTransaction(
        chain,
        hash(said.hash()),
        PathParameters.address(said.account()),
        kind,
        sample(chain, said.sample()),
        said.model() == null ? null : new ModelId(chain, PathParameters.address(said.model())),
        nonce(said.nonce()));
  }

  private static @Nullable LogRef sample(
      ChainId chain, FollowedTransaction.@Nullable SampleLog name) {
    if (name == null) return null;
    String transaction = String.valueOf(name.transactionHash());
    return PathParameters.log(chain.toString(), transaction, String.valueOf(name.logIndex()));
  }

  private static @Nullable Long nonce(@Nullable Long number) {
    if (number == null || number >= 0) return number;
    throw new InvalidQuestion("A nonce is a number from 0 on.");
  }

  private static Hash32 hash(String text) {
    try {
      return Hash32.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion("A transaction's hash is 0x and 64 hexadecimal digits.");
    }
  }
}
