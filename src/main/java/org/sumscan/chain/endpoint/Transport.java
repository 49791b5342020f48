package org.sumscan.chain.endpoint;

/**
 * The way to one endpoint: takes JSON texts there and back. An endpoint of another kind needs
 * another transport and nothing else.
 */
public interface Transport {

  /** Host and port: all that may be shown of the endpoint. */
  String host();

  /**
   * Sends one JSON text and answers the one that comes back.
   *
   * @param mostBytes the most that the answer may have
   * @throws org.sumscan.chain.NodeFault if none comes, it is too large, or it is an error's
   */
  byte[] exchange(String json, long mostBytes);
}
