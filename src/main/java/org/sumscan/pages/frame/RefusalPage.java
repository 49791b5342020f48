package org.sumscan.pages.frame;

import java.util.List;
import org.sumscan.pages.links.Link;

/**
 * Why a link cannot be followed.
 *
 * @param hints what it may be, a sentence each
 * @param ways where to go instead
 */
record RefusalPage(String title, String message, List<String> hints, List<Link> ways) {}
