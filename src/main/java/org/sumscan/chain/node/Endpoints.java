package org.sumscan.chain.node;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Ability;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.kernel.ChainId;
import tools.jackson.databind.JsonNode;

/** The endpoints of a chain: a question goes to one after the other until one answers. */
final class Endpoints {

  private static final Comparator<Endpoint> WELL_FIRST =
      Comparator.<Endpoint, Boolean>comparing(endpoint -> endpoint.health().rests())
          .thenComparing(endpoint -> !endpoint.mayHave(Ability.RANGED_LOGS))
          .thenComparing(endpoint -> endpoint.health().failures());

  private final ChainId chain;
  private final List<Endpoint> endpoints;

  Endpoints(ChainId chain, List<Endpoint> endpoints) {
    this.chain = chain;
    this.endpoints = endpoints;
  }

  List<Endpoint> all() {
    return endpoints;
  }

  /** Those of these hosts have left logs out of answers about ranges. */
  void distrust(String hosts) {
    for (Endpoint endpoint : endpoints) {
      if (hosts.contains(endpoint.host())) endpoint.lacks(Ability.RANGED_LOGS);
    }
  }

  /**
   * Asks those that have not timed out lately: else every engine would wait for them, and with it
   * its work on other chains.
   */
  <T> T ask(Function<Endpoint, T> question) {
    List<Endpoint> answering =
        endpoints.stream().filter(endpoint -> !endpoint.health().timedOutLately()).toList();
    if (answering.isEmpty()) {
      String host = endpoints.getFirst().host();
      throw new NodeFault(Kind.TRANSIENT, host, "has not answered for a while");
    }
    return ask(question, answering);
  }

  /** Asks any, by which it is found out too whether those that had timed out answer again. */
  <T> T askAny(Function<Endpoint, T> question) {
    return ask(question, endpoints);
  }

  private <T> T ask(Function<Endpoint, T> question, List<Endpoint> asked) {
    @Nullable NodeFault last = null;
    for (Endpoint endpoint : asked.stream().sorted(WELL_FIRST).toList()) {
      try {
        endpoint.verify(chain);
        T answer = question.apply(endpoint);
        endpoint.health().succeeded();
        return answer;
      } catch (NodeFault fault) {
        if (!fault.isOfTheQuestion()) endpoint.health().failed(fault);
        if (last != null) fault.addSuppressed(last);
        last = fault;
      }
    }
    throw Objects.requireNonNull(last);
  }

  /** Asks one method about many keys; those that an endpoint answers nothing about are missing. */
  <K, T> Map<K, T> askAbout(
      Collection<K> keys,
      String method,
      Function<K, List<Object>> parameters,
      Function<JsonNode, T> reader) {
    if (keys.isEmpty()) return new HashMap<>();
    Map<K, List<Object>> questions = new LinkedHashMap<>();
    for (K key : keys) questions.put(key, parameters.apply(key));
    return ask(endpoint -> endpoint.rpc().askAll(method, reader, questions));
  }
}
