package org.sumscan.registration.validation;

/** Something waits to be judged. */
record ValidationQueued() {}
