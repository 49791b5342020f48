/**
 * How the pages write single values: amounts, addresses, numbers, moments, spans and strangers'
 * texts.
 */
@NullMarked
package org.sumscan.pages.text;

import org.jspecify.annotations.NullMarked;
