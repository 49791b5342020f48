package org.sumscan.registration.validation;

/** A validation was queued. */
record ValidationQueued() {}
