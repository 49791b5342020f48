package org.sumscan.pages;

import java.util.List;

/**
 * Why a link cannot be followed.
 *
 * @param hints what it may be, a sentence each
 * @param ways where to go instead
 */
record RefusalPage(String title, String message, List<String> hints, List<Link> ways) {}
