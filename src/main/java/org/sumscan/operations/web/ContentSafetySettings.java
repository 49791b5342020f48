package org.sumscan.operations.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code sumscan.content-safety}.
 *
 * @param enabled whether what strangers wrote stays hidden until a model is on the operator's
 *     allow-list; off by default
 */
@ConfigurationProperties("sumscan.content-safety")
record ContentSafetySettings(@DefaultValue("false") boolean enabled) {}
