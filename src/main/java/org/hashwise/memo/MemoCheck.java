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
        @Nullable MemoDifference difference) {

    public MemoCheck {
        flaws = List.copyOf(flaws);
    }

    /** The part in which a memo can differ from the memo made again. */
    public enum MemoPart {
        /** A line of the text of a page. */
        LINE,
        /** The drawings of a page, or the fonts of its text. */
        DRAWING,
        /** The title in the document information. */
        TITLE,
        /** The author in the document information. */
        AUTHOR,
        /** The subject in the document information. */
        SUBJECT,
        /** The keywords in the document information. */
        KEYWORDS,
        /** Anything else in the document information. */
        PROPERTIES,
        /** The metadata as XMP. */
        METADATA,
        /** The language of the document or of a part of it. */
        LANGUAGE,
        /** A bookmark. */
        BOOKMARK,
        /** The target of a bookmark. */
        BOOKMARK_TARGET,
        /** A text that is read out instead of what is drawn. */
        ALTERNATIVE_TEXT,
        /** The structure that screen readers follow. */
        TAGS,
        /** An attached file. */
        ATTACHMENT,
        /** A link or another annotation on a page. */
        ANNOTATION,
        /** The form. */
        FORM,
        /** A script or another action that a reader of PDFs takes by itself. */
        ACTION,
        /** The label of a page. */
        PAGE_LABEL,
        /** Any other object of the file. */
        OTHER
    }

    /**
     * A difference from the memo made again.
     *
     * @param page from 1; 0 when the place belongs to no page
     * @param given what the file has there; empty for nothing, and for what has no words
     * @param made the same of the memo made again
     */
    public record MemoDifference(MemoPart place, int page, String given, String made) {}

    /** Returns whether the receipt is reproduced and the file says nothing else than the memo made again. */
    public boolean reproduced() {
        return verification != null && verification.reproduced() && flaws.isEmpty() && difference == null;
    }
}
