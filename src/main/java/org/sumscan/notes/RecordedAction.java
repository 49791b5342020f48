package org.sumscan.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;

/**
 * One line of the record: who did what, when.
 *
 * @param words what he wrote, a stranger's text; null where the act has none
 * @param subject whose notes the operator took away
 * @param evidence the creation transaction by which he showed himself as the model's owner
 * @param inForce whether it is a note that nobody has replaced, taken back or taken away; of others
 *     only the fact is to be shown
 */
public record RecordedAction(
    long id,
    ModelId model,
    Instant at,
    Address account,
    ModerationAction act,
    @Nullable String words,
    @Nullable Address subject,
    @Nullable Hash32 evidence,
    boolean inForce) {}
