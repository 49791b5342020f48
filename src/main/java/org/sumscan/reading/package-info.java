/**
 * What visitors ask, understood and answered alike for pages and for programs: filters read from a
 * request, a model with its figures, a sample's status, and what a model says of a sample now.
 */
@NullMarked
package org.sumscan.reading;

import org.jspecify.annotations.NullMarked;
