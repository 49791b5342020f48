package org.sumscan.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How models are listed.
 *
 * @param enabled whether this instance lists the configured models by itself
 */
@ConfigurationProperties("sumscan.registration")
public record RegistrationSettings(@DefaultValue("true") boolean enabled) {}
