package org.sumscan.pages.register;

import java.util.List;
import org.sumscan.pages.fragments.FoundModel;
import org.sumscan.pages.parts.Choice;

/**
 * Asks for the address of a model, and offers those that were found.
 *
 * @param address what was given before
 * @param chains those that are followed
 * @param complaint what is wrong with the address; empty where nothing is
 * @param refusal why it is not looked at now; empty where it is
 * @param offers models that nobody listed
 */
record RegisterPage(
    String address,
    List<Choice> chains,
    String complaint,
    String refusal,
    List<FoundModel> offers) {}
