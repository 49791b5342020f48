package org.sumscan.signin;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code sumscan.sign-in}.
 *
 * @param origin where people find this site, such as {@code https://sumscan.example.org}: the only
 *     place that messages may be signed for. Without it, only browsers on this machine can sign in
 * @param lifetime how long a session lasts
 */
@ConfigurationProperties("sumscan.sign-in")
record SignInSettings(@Nullable URI origin, @DefaultValue("12h") Duration lifetime) {

  /**
   * @throws IllegalArgumentException if the origin is more or less than a scheme and a host
   */
  SignInSettings {
    if (origin != null) Site.of(origin);
    if (lifetime.toMinutes() < 1 || lifetime.toDays() > 30) {
      throw new IllegalArgumentException(
          "sumscan.sign-in.lifetime lies within a minute and 30 days");
    }
  }
}
