package org.sumscan.pages;

/** Why a link cannot be followed. */
record RefusalPage(String title, String message) {}
