package org.sumscan.pages.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Moment;

/**
 * What people said of a model, and what was decided.
 *
 * @param hidden why the model is hidden; empty while it is not
 * @param shelf how it stands to the allow-list; empty where that does not matter
 * @param refusal why the last thing could not be done; empty where nothing was wrong
 * @param form what the visitor can do; null while nobody is signed in
 */
record RecordPage(
    List<Breadcrumb> trail,
    String name,
    String href,
    String hidden,
    String shelf,
    List<Note> owners,
    List<Note> notes,
    List<Line> lines,
    String refusal,
    @Nullable Form form) {

  /** A note in force: a stranger's text. */
  record Note(AddressText account, String words, Moment at) {}

  /** A line of the record. */
  record Line(Moment at, AddressText account, String what, String words) {}

  /**
   * What a visitor who is signed in can do.
   *
   * @param token to be sent with everything
   * @param own his note as it is; empty for none
   * @param ownAsOwner his owner's note likewise
   * @param operator whether he decides
   */
  record Form(String token, AddressText account, String own, String ownAsOwner, boolean operator) {}
}
