package org.hashwise.assessment;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The receipts of kept assessments; those of deleted ones are not among them. Thread-safe. */
public interface StoredReceipts {

    /** The receipt of the newest version; empty when there is no such assessment. */
    Optional<Receipt> newest(String assessment);

    /** Empty when there is no such assessment, or it has no such version. */
    Optional<Receipt> version(String assessment, int version);

    /**
     * Visits the newest receipt of every assessment, in the order of creation, without holding them all.
     *
     * @param owner whose assessments; null for all that are kept
     */
    void eachNewest(@Nullable String owner, Consumer<Receipt> visitor);
}
