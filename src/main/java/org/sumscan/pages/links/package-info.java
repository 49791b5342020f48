/**
 * Addresses of pages: made for links, read from requests, and what is said of one that leads
 * nowhere.
 */
@NullMarked
package org.sumscan.pages.links;

import org.jspecify.annotations.NullMarked;
