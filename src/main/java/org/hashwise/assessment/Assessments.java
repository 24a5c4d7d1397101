package org.hashwise.assessment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The repository of assessments. What a method that changes something returned from survives a crash. Thread-safe.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot do it.
 */
public interface Assessments extends StoredReceipts {

    /**
     * One page of the assessments of an owner, the oldest first.
     *
     * @param next where the following part begins; null when this is the last one
     */
    record Page(List<Assessment> assessments, @Nullable String next) {}

    /** Those of a store. */
    static Assessments in(Store store, Clock clock) {
        return new StoredAssessments(store, clock);
    }

    /** Whether a text can be the {@link Page#next} of a page. */
    static boolean isCursor(String text) {
        return Cursor.is(text);
    }

    /**
     * Keeps a new one, unless the key says that this has been done.
     *
     * @throws IdempotencyKeyConflict when the key came with another request
     * @throws AssessmentNotFound when what the key stands for was deleted
     */
    StoredAssessment add(Assessment assessment, @Nullable IdempotencyKey key, ReceiptFactory signing);

    /**
     * What an earlier request with this key led to, as it was then.
     *
     * @throws IdempotencyKeyConflict when the key came with another request
     * @throws AssessmentNotFound when what the key stands for was deleted
     */
    Optional<StoredAssessment> earlier(IdempotencyKey key);

    /**
     * Keeps the next version.
     *
     * @throws VersionConflict when its version does not follow the current one
     * @throws AssessmentNotFound when there is none with this id
     */
    StoredAssessment replace(Assessment next, ReceiptFactory signing);

    /** @throws AssessmentNotFound when there is none with this id */
    StoredAssessment find(String id);

    /**
     * The id of the assessment that is read by this {@link ReadToken}.
     *
     * @throws AssessmentNotFound when there is none, or it was deleted
     */
    String idOf(String token);

    /**
     * The receipt of one version.
     *
     * @throws AssessmentNotFound when there is none
     */
    Receipt receipt(String id, int version);

    /** @param cursor where the part begins; null for the beginning; one that we never gave begins there too */
    Page of(String owner, @Nullable String cursor, int limit);

    /**
     * Removes answers and receipts for good; that there was something stays in the chain.
     *
     * @throws AssessmentNotFound when there is none with this id
     */
    void forget(String id, DeletionReason why);
}
