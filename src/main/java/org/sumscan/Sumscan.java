package org.sumscan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Sumscan. */
@SpringBootApplication
public class Sumscan {

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    SpringApplication.run(Sumscan.class, arguments);
  }
}
