/** The JSON and CSV interface, one room for each resource; /api/v1/openapi.json describes it. */
@NullMarked
package org.sumscan.api;

import org.jspecify.annotations.NullMarked;
