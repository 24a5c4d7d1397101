package org.hashwise.assessment;

import java.util.List;
import org.hashwise.questionnaire.Problem;

/** Export and import of whole assessments with all their receipts. Thread-safe. */
public interface Archive {

    /** The format that is written. */
    int FORMAT = 1;

    /** An assessment with the receipts of all its versions, the first one first. */
    record Item(Assessment assessment, List<Receipt> receipts) {
        public Item {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * What became of items.
     *
     * @param added were not here
     * @param extended were here, with fewer versions
     * @param unchanged were here just so
     * @param problems why nothing at all was taken; empty when all is well
     */
    record Outcome(int added, int extended, int unchanged, List<Problem> problems) {}

    /** @throws AssessmentNotFound when there is none with this id */
    Item item(String id);

    /**
     * Why items cannot be taken: deleted here, stored here with other receipts, or longer than what is stored here for
     * another owner. Empty when nothing speaks against them.
     */
    List<Problem> refusals(List<Item> items);

    /** Takes all of them, or none when one of them cannot be taken. */
    Outcome take(List<Item> items);
}
