/**
 * What pages and the API answer in common: filters read from a request, a model with its figures, a
 * sample's status, and what a model says of a sample now.
 */
@NullMarked
package org.sumscan.reading;

import org.jspecify.annotations.NullMarked;
