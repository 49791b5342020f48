package org.sumscan.chain.endpoint;

import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** An answer whose result is read by {@link Answers}, strictly, instead of by a bean's setters. */
public final class JsonAnswer extends Response<JsonNode> {}
