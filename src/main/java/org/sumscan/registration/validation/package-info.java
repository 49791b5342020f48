/**
 * Judges an address that someone wants to be listed, check by check, and never trusts what it looks
 * at: every question to it is bounded, and asked twice.
 */
@NullMarked
package org.sumscan.registration.validation;

import org.jspecify.annotations.NullMarked;
