package org.sumscan.pages;

import java.util.List;

/**
 * Asks for the address of a model.
 *
 * @param address what was given before
 * @param chains those that are followed
 * @param refusal why what was given is not taken; empty where nothing is wrong
 */
record RegisterPage(String address, List<Choice> chains, String refusal) {}
