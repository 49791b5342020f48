/**
 * What has to be done before Sumscan answers, as steps that any package may contribute: the words
 * only, without a framework, on the lowest floor beside the kernel.
 */
@NullMarked
package org.sumscan.startup;

import org.jspecify.annotations.NullMarked;
