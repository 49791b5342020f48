/**
 * What is judged and how it is asked: every question to a contract that nobody trusts is bounded in
 * gas, bytes and time, and asked twice.
 */
@NullMarked
package org.sumscan.registration.validation.subject;

import org.jspecify.annotations.NullMarked;
