package org.hashwise.memo;

import java.util.List;
import org.hashwise.consultation.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a memo as PDF, or a receipt alone.
 *
 * @param memo whether the file is a memo
 * @param verification of the receipt; null when none is attached
 * @param flaws what is wrong with the seal of the pages
 * @param difference the first difference from the memo made again; null when there is none, or when none was made
 */
public record MemoCheck(
        boolean memo,
        @Nullable Verification verification,
        List<SealedPdf.Flaw> flaws,
        @Nullable TextDifference difference) {

    public MemoCheck {
        flaws = List.copyOf(flaws);
    }

    /**
     * A line of text that differs; both empty when the text is the same, but something else is drawn on the page.
     *
     * @param page from 1
     * @param given the line in the file; empty when it has none
     * @param made the line of the memo made again; empty when it has none
     */
    public record TextDifference(int page, String given, String made) {}

    /** Whether the receipt is reproduced and every page says what the memo made again says. */
    public boolean reproduced() {
        return verification != null && verification.reproduced() && flaws.isEmpty() && difference == null;
    }
}
