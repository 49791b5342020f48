/**
 * Judges an address that someone wants to be listed: takes requests, queues them, makes the checks
 * of the rooms inside, and lists what passed.
 */
@NullMarked
package org.sumscan.registration.validation;

import org.jspecify.annotations.NullMarked;
