package org.sumscan.testing;

import org.testcontainers.DockerClientFactory;

/** Ends with a message where Testcontainers finds no Docker engine, before any test needs one. */
final class DockerEngine {

  private DockerEngine() {}

  public static void main(String[] arguments) {
    if (DockerClientFactory.instance().isDockerAvailable()) return;
    System.err.println(
        "The profile testcontainers needs a Docker engine, and none was found."
            + " Without the profile, the tests bring a PostgreSQL of their own.");
    System.exit(1);
  }
}
