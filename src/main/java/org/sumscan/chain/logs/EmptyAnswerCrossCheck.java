package org.sumscan.chain.logs;

import java.util.List;
import java.util.Optional;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ProofLevel;

/**
 * Asks another endpoint where one has found nothing: one that lags behind or has thrown its history
 * away answers with nothing, too.
 */
public final class EmptyAnswerCrossCheck {

  private final ChainId chain;
  private final List<Endpoint> endpoints;

  /** Among those endpoints of a chain. */
  public EmptyAnswerCrossCheck(ChainId chain, List<Endpoint> endpoints) {
    this.chain = chain;
    this.endpoints = endpoints;
  }

  /**
   * The answer, surer where it is empty and another endpoint has nothing either.
   *
   * @throws NodeFault if another endpoint has logs there
   */
  public LogAnswer on(Endpoint first, LogAnswer answer) {
    if (!answer.logs().isEmpty() || answer.proof() != ProofLevel.FETCHED) return answer;
    for (Endpoint other : endpoints) {
      if (other == first || other.health().rests()) continue;
      Optional<LogAnswer> second = ask(other, answer.range());
      if (second.isEmpty()) continue;
      if (!second.get().logs().isEmpty()) {
        String what = "left out logs of blocks " + answer.range() + " that " + other.host();
        throw new NodeFault(Kind.MALFORMED, first.host(), what + " has");
      }
      if (second.get().range().equals(answer.range())) return confirmed(answer);
    }
    return answer;
  }

  private Optional<LogAnswer> ask(Endpoint other, BlockRange range) {
    try {
      other.verify(chain);
      LogAnswer answer = LogFetch.ofRange(other, range, List.of());
      other.health().succeeded();
      return Optional.of(answer);
    } catch (NodeFault fault) {
      if (!fault.isOfTheQuestion()) other.health().failed(fault);
      return Optional.empty();
    }
  }

  private static LogAnswer confirmed(LogAnswer answer) {
    return new LogAnswer(
        answer.range(), answer.endpoint(), answer.logs(), answer.bytes(), ProofLevel.CROSS_CHECKED);
  }
}
