/** What holds for every answer over HTTP: headers, limits and what is said when something fails. */
@NullMarked
package org.sumscan.operations.web;

import org.jspecify.annotations.NullMarked;
