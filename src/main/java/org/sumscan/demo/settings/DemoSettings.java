package org.sumscan.demo.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the demo's world is made from.
 *
 * @param seed another one gives another world
 * @param start when the demo starts and its past ends; the first start by default
 * @param live whether it goes on after that
 */
@ConfigurationProperties("sumscan.demo")
public record DemoSettings(
    @DefaultValue("1") long seed, @Nullable Instant start, @DefaultValue("true") boolean live) {}
